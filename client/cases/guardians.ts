// The guardians whose consent can be recorded on a day: who has custody then. For which classes it counts the server says.
import type { Workspace } from '../../shared/cases.ts';
import { CallError } from '../api/call.ts';
import { t } from '../i18n/index.ts';

type Relation = Workspace['relations'][number];

export const guardiansOn = (relations: readonly Relation[], day: string): Relation[] =>
  relations.filter(
    (one) =>
      one.kind === 'guardian' &&
      one.custody !== null &&
      one.custody !== 'none' &&
      (one.custodyFrom === null || one.custodyFrom <= day) &&
      (one.custodyUntil === null || day <= one.custodyUntil) &&
      (one.endedOn === null || day <= one.endedOn),
  );

/** Whose consent is still missing, by name, when a refusal says so; empty otherwise. */
export const lackingWords = (error: unknown, relations: readonly Relation[]): string => {
  const guardians = error instanceof CallError ? error.body?.detail?.['guardians'] : undefined;
  if (typeof guardians !== 'string') return '';
  const ids = guardians.split(' ');
  const names = relations.filter((one) => ids.includes(one.id)).map((one) => one.name);
  return names.length === 0 ? '' : t('members.consentMissing', { names: names.join(', ') });
};
