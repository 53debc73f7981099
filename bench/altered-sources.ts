// For programs of benches and drills alone: the server with a few words of its sources changed as they are loaded. No
// setting of the server can do what such a program does.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** By file below `server/`: what stands there, and what is to stand there instead. */
export type Changes = Readonly<Record<string, readonly (readonly [before: string, after: string])[]>>;

const server = new URL('../server/', import.meta.url).href;

/** Before the server is imported. @throws when a source does not hold what is to be changed */
export const alterSources = (changes: Changes): void => {
  registerHooks({
    load: (url, context, next) => {
      const own = url.startsWith(server) ? changes[url.slice(server.length)] : undefined;
      if (!own) return next(url, context);
      const source = own.reduce(
        (text, [before, after]) => {
          if (!text.includes(before))
            throw new Error(`a source has changed and does not hold any more: ${before}`);
          return text.replace(before, after);
        },
        readFileSync(new URL(url), 'utf8'),
      );
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
};
