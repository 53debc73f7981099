// What a browser fetches of JavaScript before Today stands, as the server sends it (brotli): 70 KB at most, in any
// language. The writing layer, which comes right after, is told beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = 'dist/client';
const budget = 70_000;

type Chunk = { readonly file: string; readonly imports?: readonly string[] };
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** The chunk and everything it imports at once. */
const withImports = (key: string, found = new Set<string>()): Set<string> => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}`);
  if (found.has(key)) return found;
  found.add(key);
  for (const next of chunk.imports ?? []) withImports(next, found);
  return found;
};

const sent = (keys: readonly string[]): number => {
  const files = new Set(
    keys.flatMap((key) => [...withImports(key)].map((found) => manifest[found]?.file ?? '')),
  );
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0);
};

for (const language of ['fi', 'sv', 'en']) {
  // The words of the other rooms come with the first of those rooms.
  const today = ['index.html', 'inside.tsx', 'today/today-page.tsx', `i18n/${language}/front.ts`];
  const bytes = sent(today);
  console.log(
    `First load in ${language}: ${bytes} bytes (at most ${budget}); with the writing layer ${sent([...today, 'writing/start.ts'])}`,
  );
  if (bytes > budget) process.exitCode = 1;
}
