// Sees to a Chromium for the end-to-end tests: one that is there, else Debian's package where this user may install
// it, else Playwright's own download, else the one that an npm package carries. Says which, and why.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): string | undefined => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...elsewhere, chromium.executablePath()].find(isProgram);
};

const run = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status === 0;

const fromDebian = (): string | undefined => {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined;
  console.log("No Chromium found: installing Debian's package (apt-get install chromium) …");
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  const install = () => run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium');
  return install() || (run('apt-get', 'update', '-q') && install()) ? installed() : undefined;
};

const fromPlaywright = (): string | undefined => {
  console.log("Downloading Playwright's own Chromium (playwright-core install chromium) …");
  return run('playwright-core', 'install', 'chromium') ? installed() : undefined;
};

const fromPackage = async (): Promise<string | undefined> => {
  console.log('Unpacking the Chromium of the npm package @sparticuz/chromium …');
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  return isProgram(path) ? path : undefined;
};

/**
 * The path of a Chromium, installing one if need be. CHROMIUM_PATH, when set, is used and nothing else is tried.
 * @throws when there is none and none can be had.
 */
export const browserPath = async (): Promise<string> => {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH names a program that cannot be run: ${named}`);
  }
  const found = installed() ?? fromDebian() ?? fromPlaywright() ?? (await fromPackage());
  if (found) return found;
  throw new Error('No Chromium found, and none could be installed. Install one and set CHROMIUM_PATH to it.');
};

if (import.meta.main) console.log(`Browser: ${await browserPath()}`);
