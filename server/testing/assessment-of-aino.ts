// Writing in Aino's assessment, in the steps that tests take.
import { askContribution, openAssessment, openContribution } from '../../shared/assessments.ts';
import {
  type Audience,
  getDefaultAudience,
  saveField,
  shareEntry,
  startEntry,
} from '../../shared/entries.ts';
import type { EntryKind, LifeArea } from '../../shared/vocabulary.ts';
import type { CaseOfAino } from './case-of-aino.ts';
import type { Person } from './open-world.ts';

type Aino = Pick<CaseOfAino, 'caseId' | 'leena' | 'seenBy'>;

/** In Aino's case, or in another one that Leena is responsible for. */
export const assessmentOfAino = async (aino: Aino) => {
  const { id } = await aino.leena.do(openAssessment, {
    params: { caseId: aino.caseId },
    body: { trigger: 'contact', beganOn: '2026-11-03', decidedOn: null },
  });
  return writingIn(aino, id);
};

/** The same in one that is open already. */
export const writingIn = ({ caseId, leena, seenBy }: Aino, assessmentId: string) => {
  const entryOf = async (who: Person, entryId: string) => {
    const entry = (await seenBy(who)).entries.find((e) => e.id === entryId);
    if (!entry) throw new Error('the entry is not to be seen');
    return entry;
  };
  const start = async (who: Person, kind: EntryKind, more: { parentId?: string; about?: string } = {}) => {
    const given = {
      caseId,
      assessmentId,
      parentId: more.parentId ?? null,
      about: more.about ?? null,
      pairId: null,
    };
    return (await who.do(startEntry, { body: { kind, ...given } })).id;
  };
  const write = async (who: Person, entryId: string, texts: Record<string, string>) => {
    const { fields } = await entryOf(who, entryId);
    for (const [field, text] of Object.entries(texts)) {
      const base = fields[field]?.rev ?? 0;
      await who.do(saveField, { params: { entryId, field }, body: { base, text, device: 'laptop0001' } });
    }
  };
  const tryShare = async (who: Person, entryId: string, changes: Partial<Audience> = {}) => {
    const lawful = await who.do(getDefaultAudience, { params: { entryId } });
    const { version } = await entryOf(who, entryId);
    return who.try(shareEntry, {
      params: { entryId },
      body: { version, audience: { ...lawful, ...changes } },
    });
  };
  const share = async (who: Person, entryId: string, changes: Partial<Audience> = {}) => {
    const answer = await tryShare(who, entryId, changes);
    if (answer.status !== 200) throw new Error(`share-entry answered ${JSON.stringify(answer.error)}`);
    return answer.body;
  };
  const ask = async (who: Person, area: LifeArea, pairId: string | null = null) =>
    (
      await leena.do(askContribution, {
        params: { caseId, assessmentId },
        body: { area, contributorId: who.id, pairId, dueOn: '2026-12-01', question: 'Miten menee?' },
      })
    ).id;
  /** Asked, opened, written; not yet shared. */
  const contribution = async (who: Person, area: LifeArea, narrative: string) => {
    const contributionId = await ask(who, area);
    const { entryId } = await who.do(openContribution, { params: { caseId, contributionId }, body: {} });
    await write(who, entryId, { narrative });
    return { contributionId, entryId };
  };
  const sees = async (who: Person, entryId: string) =>
    (await seenBy(who)).entries.some((e) => e.id === entryId);
  return { assessmentId, entryOf, start, write, tryShare, share, ask, contribution, sees };
};
