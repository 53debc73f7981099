// Errors in the reader's language: one sentence for the whole, one for each field that the server names.
import { t } from '../i18n/index.ts';
import { CallError } from './call.ts';

/** What went wrong and what to do. */
export const wordsFor = (error: unknown): string =>
  t(`problem.${error instanceof CallError ? error.id : 'internal'}`);

const fieldWords: Record<string, 'required' | 'too-long' | 'not-a-date'> = {
  too_small: 'required',
  invalid_type: 'required',
  too_big: 'too-long',
};

/** Words for each field by its path: `childName`, `relations.0.name`. Empty when the error is not about the input. */
export const fieldErrorsOf = (error: unknown): Readonly<Record<string, string>> => {
  if (!(error instanceof CallError)) return {};
  const named = (error.body?.fields ?? []).map(({ path, problem }): [string, string] => [
    path.replace(/^\/+/, '').replaceAll('/', '.'),
    t(`fieldProblem.${fieldWords[problem] ?? 'wrong'}`),
  ]);
  return Object.fromEntries(named);
};
