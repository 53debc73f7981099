// Today: what is due, what waits, what changed, over all the cases of one person, in one snapshot and one log row.
import { sql } from 'kysely';
import type { Today } from '../../shared/today.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { rightsInAll } from '../access/reading-all.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { readCaseNames } from './case-names.ts';
import { readChanged } from './changed.ts';
import { readNext } from './family-next.ts';
import { readGlassToReview, readOpenGlass } from './glass.ts';
import { readEnding, readInvitations, readOffers } from './memberships.ts';
import { readNotices } from './notices.ts';
import { readOwnAbsences, readOwnLoad, readTeamLoads } from './standing-in.ts';
import { readSteps } from './steps.ts';
import { readWork } from './work.ts';

const countNotes = async (tx: Tx, personId: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('case_id', 'is', null)
    .where('kind', '=', 'private-note')
    .where(sql<boolean>`author_ids @> array[${personId}]::uuid[]`)
    .executeTakeFirstOrThrow();
  return count;
};

export const getToday = ({ context, facts }: Server, actor: Actor): Promise<Today> =>
  read(context, actor, async (tx, at) => {
    const rights = await rightsInAll(tx, facts, actor, at);
    const names = await readCaseNames(tx, rights);
    const { asked, toSign, assessments, rows } = await readWork(tx, rights, names, actor.personId);
    const offers = await readOffers(tx, rights, names, actingAs(actor));
    const today = {
      invitations: await readInvitations(tx, rights, names, actingAs(actor), at, offers),
      handovers: offers.map(({ toMembershipId: _to, ...offer }) => offer),
      openGlass: await readOpenGlass(tx, names, actingAs(actor), at),
      glassToReview: await readGlassToReview(tx, actor),
      ending: await readEnding(tx, rights, names, actor.personId, at),
      absences: await readOwnAbsences(tx, actor, at),
      load: await readOwnLoad(tx, actor, at),
      teamLoads: await readTeamLoads(tx, actor, at),
      asked,
      steps: await readSteps(tx, rights, names, actingAs(actor)),
      toSign,
      assessments,
      changed: await readChanged(tx, rights, names, actor.personId),
      next: await readNext(tx, rights, names, rows, actor.personId),
      notices: await readNotices(tx, names, actor.personId),
      notes: await countNotes(tx, actor.personId),
      cases: rights.cases.size,
    };
    await logView(tx, actor, at, {
      kind: 'today',
      caseId: null,
      objectId: null,
      purpose: 'case-work',
      detail: { cases: rights.cases.size },
    });
    return today;
  });
