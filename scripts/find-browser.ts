// Sees to a Chromium for the end-to-end tests: one that is there, else Debian's package where this user may install
// it, else Playwright's own download, else the one that an npm package carries. Says which, and why. Without a window it
// prefers Chromium's headless shell: the same engine without the rest of a desktop browser, which takes about half the time.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const shell = 'chromium-headless-shell';
const withWindow = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const wantsShell = !process.env.HEADED;
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

const inFolders = (names: readonly string[]): string[] => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
};
const installedShell = (): string | undefined => inFolders([shell]).find(isProgram);
const installed = (): string | undefined =>
  [...inFolders(withWindow), ...elsewhere, chromium.executablePath()].find(isProgram);

const run = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status === 0;

const fromDebian = (name: string, find: () => string | undefined): string | undefined => {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined;
  console.log(`Installing Debian's package (apt-get install ${name}) …`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  const install = () => run('apt-get', 'install', '-y', '-q', '--no-install-recommends', name);
  return install() || (run('apt-get', 'update', '-q') && install()) ? find() : undefined;
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

/** @throws when CHROMIUM_PATH names no program */
const named = (): string | undefined => {
  const path = process.env.CHROMIUM_PATH || undefined;
  if (path !== undefined && !isProgram(path))
    throw new Error(`CHROMIUM_PATH names a program that cannot be run: ${path}`);
  return path;
};

/**
 * The path of a whole Chromium, installing one if need be: for what the shell does not do, such as keeping its tabs in a file.
 * CHROMIUM_PATH, when set, is used and nothing else is tried.
 * @throws when there is none and none can be had.
 */
export const wholeBrowserPath = async (): Promise<string> => {
  const found =
    named() ?? installed() ?? fromDebian('chromium', installed) ?? fromPlaywright() ?? (await fromPackage());
  if (found) return found;
  throw new Error('No Chromium found, and none could be installed. Install one and set CHROMIUM_PATH to it.');
};

/**
 * The path of the Chromium that the journeys use: its shell where there is one and no window is wanted.
 * @param seeToShell install the shell also where a whole Chromium is there; once a run is enough
 * @throws as `wholeBrowserPath`
 */
export const browserPath = async (seeToShell = false): Promise<string> => {
  const shellPath = (): string | undefined =>
    installedShell() ?? (seeToShell ? fromDebian(shell, installedShell) : undefined);
  return named() ?? (wantsShell ? shellPath() : undefined) ?? wholeBrowserPath();
};

if (import.meta.main) {
  console.log(`Browser: ${await browserPath(true)}`);
  console.log(`Whole browser: ${await wholeBrowserPath()}`);
}
