// The child's words go no further than the child allows: the recorder's agency first, others as the child answered,
// and to the family only after a safety check.
import type { Audience } from '../../shared/entries.ts';
import type { Facts } from '../access/facts.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { type Fields, textOf } from './find-entry.ts';

/**
 * @throws Refusal `child-has-not-allowed`, `safety-check-missing`
 */
export const requireChildAllows = (facts: Facts, fields: Fields, audience: Audience): void => {
  const answer = textOf(fields, 'mayRead');
  const professionals = ['professionals', 'both'].includes(answer);
  const guardians = ['guardians', 'both'].includes(answer);
  if (!['agency', 'team'].includes(audience.scope) && !professionals)
    throw new Refusal('child-has-not-allowed');
  if (audience.familyScope === 'none') return;
  const child = new Set(facts.memberships.filter((m) => m.role === 'child').map((m) => m.personId));
  const onlyChild = audience.familyScope === 'chosen' && audience.familyIds.every((id) => child.has(id));
  // Giving the child their own words needs no leave, but they must have been asked: a page can be seen by others.
  if (onlyChild ? answer === '' : !guardians) throw new Refusal('child-has-not-allowed');
  if (textOf(fields, 'safetyCheck') === '') throw new Refusal('safety-check-missing');
};

export const childAllows = (facts: Facts, fields: Fields, audience: Audience): boolean => {
  try {
    requireChildAllows(facts, fields, audience);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};
