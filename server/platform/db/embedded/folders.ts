// Where the embedded database keeps its things. The data folder must be one that PostgreSQL's account can enter.
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
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

/** Where root's database lies when its account cannot enter the data folder: one folder below for each. */
const elsewhere = '/var/lib/rinki';

/** The data folder where none is named. */
export const defaultDataDir = (): string => join(checkout, '.rinki');

const nameOfOther = (data: string): string => join(data, 'database-is-in');

/**
 * Finds where the database of a data folder lies, and as whom it runs. That is the folder itself, unless root keeps it
 * where PostgreSQL's account cannot enter, such as below /root: then a file in it names the place. Removing the data
 * folder thus still means beginning afresh.
 */
const locate = (data: string): { readonly root: string; readonly account: Account } => {
  const file = nameOfOther(data);
  const moved = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  const account = chooseAccount(join(moved ?? data, 'postgres'));
  if (moved !== undefined || canEnter(data, account)) return { root: moved ?? data, account };
  const root = join(elsewhere, randomBytes(8).toString('hex'));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  writeFileSync(file, `${root}\n`);
  return { root, account };
};

export type Folders = {
  readonly data: string;
  readonly pgdata: string;
  readonly sockets: string;
  readonly account: Account;
};

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

const mayWrite = (data: string): boolean => {
  try {
    accessSync(data, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Creates the folders of one database with the narrowest rights that work.
 * @throws when the current user may not write there.
 */
export const prepareFolders = (data: string): Folders => {
  mkdirSync(data, { recursive: true });
  if (!mayWrite(data)) {
    throw new Error(`The data folder ${data} belongs to another user. Set RINKI_DATA_DIR to another folder.`);
  }
  // Root's database runs as somebody else, who must pass through this folder to its own one, and no more than that.
  const narrow = runsAsRoot() ? 0o711 : 0o700;
  if (statSync(data).uid === process.getuid?.()) chmodSync(data, narrow);
  const { root, account } = locate(data);
  mkdirSync(root, { recursive: true, mode: narrow });
  const folders = { data, pgdata: join(root, 'postgres'), sockets: socketFolder(root), account };
  prepare(folders.sockets, account);
  return folders;
};
