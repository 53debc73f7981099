// A Vite plugin: writes each file once more as the server will send it, compressed as far as it goes. Compressing at
// every request would cost the server time and leave the files a fifth larger.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const textual = /\.(js|css|svg|html)$/;

export function precompress(): Plugin {
  return {
    name: 'rinki:precompress',
    apply: 'build',
    writeBundle(options) {
      const folder = options.dir;
      if (folder === undefined) return;
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!textual.test(file)) continue;
        const bytes = readFileSync(join(folder, file));
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes));
        writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
