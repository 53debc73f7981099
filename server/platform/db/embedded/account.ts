// As which user PostgreSQL runs. It refuses to run as root, so that root has to lend it a smaller account; everybody
// else runs it as themselves.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';

/** The ids to give to a child process; empty where the current user will do. */
export type Account = { readonly uid?: number; readonly gid?: number };

const ids = (name: string): Account | undefined => {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
};

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * Chooses the account. Existing data keep their owner, since PostgreSQL refuses data of another user.
 * @throws when the current user is root and no unprivileged user exists.
 */
export const chooseAccount = (pgdata: string): Account => {
  if (!runsAsRoot()) return {};
  if (existsSync(pgdata)) {
    const { uid, gid } = statSync(pgdata);
    if (uid !== 0) return { uid, gid };
  }
  const account = ids('postgres') ?? ids('nobody');
  if (account === undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root, and this machine has no user named postgres or nobody. Start Rinki as another user, or set DATABASE_URL.',
    );
  }
  return account;
};

/** Hands a folder or file to the account. */
export const handOver = (path: string, account: Account): void => {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
};
