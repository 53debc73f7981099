// In which membership somebody writes, and what they may begin to write there. Who may go on writing follows from being
// the author (abilities.ts).
import type { EntryKind } from '../../shared/vocabulary.ts';
import { type Actor, actingAs } from './actor.ts';
import type { Facts, Membership } from './facts.ts';
import { actingMemberships } from './rules.ts';

const byWeight: readonly string[] = ['responsible', 'working-pair', 'team', 'visiting'];

/**
 * The membership under which the actor acts: by the affiliation of the session, or as a member of the family. Whoever
 * stands in for a colleague in a case of their own acts in the weightier of the two places. Nobody acts by break-glass.
 */
export const actingIn = (facts: Facts, actor: Actor, at: Date): Membership | undefined =>
  actingMemberships(facts, actingAs(actor), at.getTime())
    .filter((m) => m.role !== 'break-glass')
    .toSorted((a, b) => byWeight.indexOf(a.role) - byWeight.indexOf(b.role))[0];

/** Responsible worker, working pair or team of the agency whose case it is. */
export const isHome = (facts: Facts, m: Membership): boolean =>
  m.agencyId === facts.homeAgencyId && ['responsible', 'working-pair', 'team'].includes(m.role);

/**
 * May this member begin an entry of this kind in the case? A contribution is begun by opening what was asked; a comment
 * by whoever may read what it is about.
 */
export const mayStart = (kind: EntryKind, facts: Facts, m: Membership): boolean => {
  switch (kind) {
    case 'situation':
    case 'synthesis':
      return m.role === 'responsible';
    case 'child-view':
      return isHome(facts, m);
    case 'parent-view':
      return isHome(facts, m) || m.role === 'guardian';
    case 'dissent':
      return m.agencyId !== null;
    case 'comment':
      return true;
    default:
      return false;
  }
};
