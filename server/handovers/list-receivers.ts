// Colleagues of the home agency who can be responsible for a child, each with the number of their children.
import type { z } from 'zod';
import type { listReceivers as contract } from '../../shared/members.ts';
import { Profession } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { loadOf, readLimit } from './loads.ts';

type Answer = z.output<typeof contract.response>;

/** Who may bear the responsibility, besides the actor: social workers of the agency, in an affiliation that holds. */
const receivers = (tx: Tx, agencyId: string, personId: string, at: Date) =>
  tx
    .selectFrom('affiliations as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['p.id as personId', 'a.id as affiliationId', 'p.name', 'a.profession'])
    .where('a.agency_id', '=', agencyId)
    .where('a.person_id', '!=', personId)
    .where('a.profession', 'in', ['social-worker', 'consultant-social-worker'])
    .where('a.starts_at', '<=', at)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('p.ended_at', 'is', null), eb('p.ended_at', '>', at)]));

export const findReceiver = ({ tx, facts, actor, at }: CaseCommand, affiliationId: string) =>
  receivers(tx, facts.homeAgencyId, actor.personId, at).where('a.id', '=', affiliationId).executeTakeFirst();

export const listReceivers = (server: Server, actor: Actor, caseId: string): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const { facts, viewer } = await rightsIn(tx, server.facts, actor, caseId, at);
    if (!viewer.responsible) throw new Refusal('not-allowed');
    const rows = await receivers(tx, facts.homeAgencyId, actor.personId, at)
      .orderBy('p.name')
      .orderBy('a.id')
      .execute();
    const limit = await readLimit(tx, at);
    const people = [];
    for (const row of rows)
      people.push({
        ...row,
        profession: Profession.parse(row.profession),
        load: await loadOf(tx, row.affiliationId, limit),
      });
    await logView(tx, actor, at, {
      kind: 'loads',
      caseId,
      objectId: caseId,
      purpose: 'case-work',
      detail: { count: people.length },
    });
    return { people, source: limit.source };
  });
