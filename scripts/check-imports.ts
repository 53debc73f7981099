// Keeps the direction of imports and the size of files, so that the map in docs/ARCHITECTURE.md stays true.
// The rules are in scripts/import-rules.ts; this reads the sources and prints what breaks them.
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { findViolations, type Source } from './import-rules.ts';

type Specifier = { readonly value: string };

const specifiersIn = (path: string, text: string): string[] => {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const literal = ({ start, end }: { start: number; end: number }) => text.slice(start + 1, end - 1);
  const requests: Specifier[] = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest ?? [])),
    ...module.dynamicImports.map((found) => ({ value: literal(found.moduleRequest) })),
  ];
  return requests.map((request) => request.value);
};

/** Reads one source; relative imports become paths from the root, packages keep their names. */
export const readSource = (path: string, text: string): Source => ({
  path,
  lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  imports: specifiersIn(path, text).map((specifier) =>
    specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : specifier,
  ),
});

const readAll = (): Source[] => {
  const pattern = '{server,client,shared,e2e,bench,drills,scripts}/**/*.{ts,tsx}';
  return globSync(pattern)
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => readSource(path, readFileSync(path, 'utf8')));
};

if (import.meta.main) {
  const sources = readAll();
  const violations = findViolations(sources);
  for (const violation of violations) console.error(violation);
  const sizes = sources.map((source) => source.lines).sort((a, b) => a - b);
  console.log(
    `${sources.length} files, median ${sizes[sizes.length >> 1] ?? 0} lines, largest ${sizes.at(-1) ?? 0}; ${violations.length} violations.`,
  );
  if (violations.length > 0) process.exitCode = 1;
}
