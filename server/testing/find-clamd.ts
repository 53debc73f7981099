// Sees to a clamd for the tests of the scanner: one that is there, else Debian's package where this user may install it, else the
// same packages unpacked beside the checkout, which anybody may. Says which. No database of viruses comes with it: the tests write
// a signature of their own.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** A program and the folders in which it finds its libraries, beside the system's own. */
export type Clamd = { readonly program: string; readonly libraries: readonly string[] };

const debianPackage = 'clamav-daemon';
const unpacked = resolve('node_modules/.cache/clamd');

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): Clamd | undefined => {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/sbin',
  ];
  const program = folders
    .filter(Boolean)
    .map((folder) => join(folder, 'clamd'))
    .find(isProgram);
  return program === undefined ? undefined : { program, libraries: [] };
};
const beside = (): Clamd | undefined => {
  const program = join(unpacked, 'usr/sbin/clamd');
  return isProgram(program)
    ? { program, libraries: globSync(join(unpacked, '{usr/,}lib/*-linux-gnu')) }
    : undefined;
};

const apt = '/usr/bin/apt-get';
const hasApt = (): boolean => isProgram(apt);
const run = (program: string, args: readonly string[], cwd = '.'): boolean =>
  spawnSync(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status === 0;

const fromDebian = (): Clamd | undefined => {
  if (process.getuid?.() !== 0 || !hasApt()) return undefined;
  console.log(`Installing Debian's package (apt-get install ${debianPackage}) …`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  const install = () => run(apt, ['install', '-y', '-q', '--no-install-recommends', debianPackage]);
  return install() || (run(apt, ['update', '-q']) && install()) ? installed() : undefined;
};

/** What would be installed, asked without installing it. */
const neededPackages = (): string[] => {
  const args = ['install', '-s', '-q', '-o', 'Debug::NoLocking=1', '--no-install-recommends', debianPackage];
  const { stdout } = spawnSync(apt, args, { encoding: 'utf8', timeout: 60_000 });
  return [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
};

const fromUnpacking = (): Clamd | undefined => {
  const needed = hasApt() ? neededPackages() : [];
  if (needed.length === 0) return undefined;
  console.log(`Unpacking Debian's packages into ${unpacked} (apt-get download, dpkg -x) …`);
  mkdirSync(unpacked, { recursive: true });
  if (!run(apt, ['download', ...needed], unpacked)) return undefined;
  for (const file of globSync(join(unpacked, '*.deb')))
    if (!run('dpkg', ['-x', file, unpacked])) return undefined;
  return existsSync(unpacked) ? beside() : undefined;
};

/**
 * CLAMD_PATH, when set, is used and nothing else is tried.
 * @throws when there is none and none can be had
 */
export const findClamd = (): Clamd => {
  const named = process.env.CLAMD_PATH || undefined;
  if (named !== undefined) {
    if (isProgram(named)) return { program: named, libraries: [] };
    throw new Error(`CLAMD_PATH names a program that cannot be run: ${named}`);
  }
  const found = installed() ?? beside() ?? fromDebian() ?? fromUnpacking();
  if (found) return found;
  throw new Error(
    `No clamd found, and none could be installed. Install ${debianPackage} and set CLAMD_PATH to it.`,
  );
};

if (import.meta.main) console.log(`clamd: ${findClamd().program}`);
