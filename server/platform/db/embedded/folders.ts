// Where the embedded database keeps its things. The data folder must be one that PostgreSQL's account can enter.
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Account, chooseAccount, handOver, runsAsRoot } from './account.ts';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '');

/** May the account pass through every folder on the way to this path? */
export const canEnter = (path: string, account: Account): boolean => {
  if (account.uid === undefined) return true;
  for (let folder = path; folder !== parse(folder).root; folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
  }
  return true;
};

/**
 * The data folder where none is named: `.rinki` in the checkout; for root with a checkout that others cannot enter,
 * a folder of its own under /var/lib/rinki.
 */
export const defaultDataDir = (): string => {
  const inside = join(checkout, '.rinki');
  if (!runsAsRoot() || canEnter(inside, chooseAccount(join(inside, 'postgres')))) return inside;
  const mark = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  return join('/var/lib/rinki', `${basename(checkout)}-${mark}`);
};

export type Folders = { readonly data: string; readonly pgdata: string; readonly sockets: string };

/** Longest path that a Unix socket may have everywhere (macOS: 104 bytes), less the file's own name. */
const longestSocketFolder = 80;

const socketFolder = (data: string): string => {
  const near = join(data, 'socket');
  if (near.length <= longestSocketFolder) return near;
  const mark = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const temporary = tmpdir().length <= 40 ? tmpdir() : '/tmp';
  return join(temporary, `rinki-${mark}`);
};

export const prepare = (folder: string, account: Account): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  handOver(folder, account);
  chmodSync(folder, 0o700);
};

/**
 * Creates the folders of one database with the narrowest rights that work.
 * @throws when the account could not enter them, or the current user may not write there.
 */
export const prepareFolders = (data: string, account: Account): Folders => {
  mkdirSync(data, { recursive: true });
  // Root's database runs as somebody else, who must pass through this folder to its own one, and no more than that.
  if (statSync(data).uid === process.getuid?.()) chmodSync(data, account.uid === undefined ? 0o700 : 0o711);
  if (!canEnter(data, account)) {
    throw new Error(
      `The data folder ${data} lies where PostgreSQL's account (uid ${account.uid}) cannot enter. Set RINKI_DATA_DIR to a folder that others may pass through.`,
    );
  }
  try {
    accessSync(data, constants.W_OK);
  } catch {
    throw new Error(`The data folder ${data} belongs to another user. Set RINKI_DATA_DIR to another folder.`);
  }
  const folders = { data, pgdata: join(data, 'postgres'), sockets: socketFolder(data) };

  prepare(folders.sockets, account);
  return folders;
};
