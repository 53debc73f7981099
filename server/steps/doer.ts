// Who does a step: somebody who takes part, who can read it, and of whom every reader may know.
import { actingAs } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import type { AudienceFact, Membership } from '../access/facts.ts';
import { knowsOf, mayRead, readersOf, takingPart } from '../access/rules.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

/** Somebody who takes part now, and of whom the actor may know. @throws Refusal `not-found` */
export const memberToDo = (c: CaseCommand, memberId: string): Membership => {
  const at = c.at.getTime();
  const member = takingPart(c.facts, memberId, at);
  if (!member || !knowsOf(c.facts, actingAs(c.actor), member, at)) throw notFound();
  return member;
};

/** @throws Refusal `ground-missing` where they could not read it, `doer-hidden` where a reader may not know of them */
export const requireDoer = (c: CaseCommand, audience: AudienceFact, doer: Membership): void => {
  const at = c.at.getTime();
  if (!mayRead(c.facts, doer, audience, at)) throw new Refusal('ground-missing');
  const hidden = readersOf(c.facts, audience, at).some(
    (reader) => reader.personId !== doer.personId && !knowsOf(c.facts, reader, doer, at),
  );
  if (hidden) throw new Refusal('doer-hidden');
};
