// A guardian's custody while somebody changes it: what was chosen, as named texts that the draft layer saves, and the body
// of the command. A text that is empty was not touched; then what is recorded stands.
import type { z } from 'zod';
import type { Workspace } from '../../shared/cases.ts';
import type { previewCustody } from '../../shared/custody.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { classesOf, type Texts } from './kept-texts.ts';
import { custodies } from './new-case.ts';

type Relation = Workspace['relations'][number];
export type CustodyBody = z.output<NonNullable<(typeof previewCustody)['body']>>;

/** A date that was emptied, unlike one that was not touched. */
const emptied = '-';
export const dayText = (iso: string): string => iso || emptied;
const dayOf = (text: string, recorded: string | null): string | null =>
  text === emptied ? null : text || recorded;

/** Without custody there is no period and no class: neither is asked for, and neither is kept. */
export const custodyBody = (texts: Texts, recorded: Relation): CustodyBody => {
  const custody = custodies.find((one) => one === texts('custody')) ?? recorded.custody ?? 'joint';
  const has = custody !== 'none';
  return {
    custody,
    custodyFrom: has ? dayOf(texts('custodyFrom'), recorded.custodyFrom) : null,
    custodyUntil: has ? dayOf(texts('custodyUntil'), recorded.custodyUntil) : null,
    powerClasses:
      custody === 'limited'
        ? [...classesOf(texts('powerClasses'), recorded.powerClasses as DataClass[])]
        : [],
    endedOn: recorded.endedOn,
  };
};

/** Does it differ from what is recorded? */
export const changesCustody = (body: CustodyBody, recorded: Relation): boolean =>
  body.custody !== recorded.custody ||
  body.custodyFrom !== recorded.custodyFrom ||
  body.custodyUntil !== recorded.custodyUntil ||
  body.powerClasses.join() !== recorded.powerClasses.join();

/** What is wrong with it, by field. */
export const wrongInCustody = (
  body: CustodyBody,
): Partial<Record<'custodyUntil' | 'powerClasses', 'custody.order' | 'members.needClasses'>> => ({
  ...(body.custodyFrom !== null &&
    body.custodyUntil !== null &&
    body.custodyUntil < body.custodyFrom && { custodyUntil: 'custody.order' as const }),
  ...(body.custody === 'limited' &&
    body.powerClasses.length === 0 && { powerClasses: 'members.needClasses' as const }),
});
