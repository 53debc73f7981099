// Texts of a case, written and shared over the real interface.
import { openAssessment } from '../../shared/assessments.ts';
import { type Audience, saveField, shareEntry, startEntry } from '../../shared/entries.ts';
import { see } from './case-parts.ts';
import type { Person } from './world.ts';

export const anAssessment = async (by: Person, caseId: string): Promise<string> =>
  (
    await by.do(openAssessment, {
      params: { caseId },
      body: { trigger: 'contact', beganOn: '2026-02-02', decidedOn: null },
    })
  ).id;

/** A comment on the assessment: a draft that its author has begun. */
export const commentDraft = async (by: Person, caseId: string, assessmentId: string): Promise<string> => {
  const body = { kind: 'comment' as const, caseId, assessmentId, parentId: null, about: null, pairId: null };
  const { id } = await by.do(startEntry, { body });
  await type(by, id, 0, 'Ainon kanssa on puhuttu koulusta.');
  return id;
};

/** Saves a narrative over revision `base`. */
export const type = (by: Person, entryId: string, base: number, text: string, device = 'aaaaaaaa') =>
  by.do(saveField, { params: { entryId, field: 'narrative' }, body: { base, text, device } });

export const share = async (
  by: Person,
  caseId: string,
  entryId: string,
  changes: Partial<Audience> = {},
): Promise<void> => {
  const entry = (await see(by, caseId)).entries.find((e) => e.id === entryId);
  if (!entry) throw new Error('an author sees their own entry');
  const audience: Audience = { ...entry.audience, scope: 'everyone', familyScope: 'all', ...changes };
  await by.do(shareEntry, { params: { entryId }, body: { version: entry.version, audience } });
};
