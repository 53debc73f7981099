// Preloaded in the process of a mutant: one source of the server is read as the mutant has it.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const { RINKI_MUTANT } = process.env;
if (RINKI_MUTANT !== undefined) {
  const { path, text } = JSON.parse(RINKI_MUTANT) as { path: string; text: string };
  const url = pathToFileURL(path).href;
  registerHooks({
    load: (asked, context, next) =>
      asked === url
        ? { format: 'module-typescript', source: text, shortCircuit: true }
        : next(asked, context),
  });
}
