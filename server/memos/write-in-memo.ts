// What is written beside a memo afterwards: a comment of one's own on a part, which stays its writer's; and the summary for the family,
// which the home team writes and gives further as every text.

import type { Audience } from '../../shared/entries.ts';
import type { memoTextKinds } from '../../shared/memo.ts';
import type { Call, CaseCommand } from '../access/command.ts';
import type { AudienceFact } from '../access/facts.ts';
import { actingIn, isHome } from '../access/writing.ts';
import { addWritten, dataClassOf, presentAudience } from '../entries/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import type { FoundPart } from './find-parts.ts';
import { memoCommand } from './memo-command.ts';

type Kind = (typeof memoTextKinds)[number];

/** A comment is for those who read its part, as far as it goes from its writer's own agency; the summary begins with the team. */
const audienceFor = (c: CaseCommand, kind: Kind, part: FoundPart, audience: AudienceFact): Audience => {
  if (kind === 'family-summary')
    return { dataClass: 'shared-goal', scope: 'team', agencyIds: [], familyScope: 'none', familyIds: [] };
  if (part.fact.part === 'team') return { ...presentAudience(audience), scope: 'team' };
  const agencies = [audience.ownerAgencyId, ...audience.agencyIds];
  return {
    dataClass: 'shared-goal',
    scope: 'agencies',
    agencyIds: agencies.filter((id) => id !== c.actor.affiliation?.agencyId),
    familyScope: 'none',
    familyIds: [],
  };
};

/** @throws Refusal `not-found`, `not-allowed`, `case-closed` */
export const writeInMemo = (
  server: Server,
  call: Call,
  memoPartId: string,
  kind: Kind,
): Promise<{ id: string; version: number }> =>
  memoCommand(server, call, memoPartId, async (c, part) => {
    const acting = actingIn(c.facts, c.actor, c.at);
    const audience = c.facts.audiences.find((a) => a.aclKey === part.fact.aclKey);
    if (!acting || acting.agencyId === null || !audience) throw notFound();
    const forFamily = kind === 'family-summary';
    if (part.fact.part === 'agency' || (forFamily && !isHome(c.facts, acting)))
      throw new Refusal('not-allowed');
    const wanted = audienceFor(c, kind, part, audience);
    const ownClass = isHome(c.facts, acting)
      ? wanted.dataClass
      : dataClassOf(c.actor.affiliation?.agencyKind);
    const row = await addWritten(
      c,
      acting,
      {
        kind,
        ownerAgencyId: acting.agencyId,
        dataClass: forFamily || part.fact.part === 'shared' ? 'shared-goal' : ownClass,
        authorIds: [acting.personId],
        assessmentId: null,
        parentId: null,
        about: part.fact.part,
        agendaItemId: part.row.item_id,
      },
      {},
      wanted,
    );
    return { id: row.id, version: row.version };
  });
