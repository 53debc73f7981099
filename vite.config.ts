// Builds the client into dist/client, from where the server serves it: one origin, no proxy, and a content security
// policy without exceptions, which is why nothing is inlined into the page.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { bareContracts } from './client/build/bare-contracts.ts';
import { precompress } from './client/build/precompress.ts';
import { trustedTemplates } from './client/build/trusted-templates.ts';

export default defineConfig({
  root: 'client',
  plugins: [bareContracts(), solid(), trustedTemplates(), precompress()],
  resolve: { alias: { zod: fileURLToPath(new URL('client/api/no-schemas.ts', import.meta.url)) } },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    manifest: true,
    // A schema that nobody takes goes out of the bundle with its words: what stands in for Zod does nothing when it is called.
    // Some three hundred files are named before Today stands, and nothing compresses a hash: seven characters of it tell two versions apart.
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
});
