// The contributor opens what was asked, with one press: the draft is there, and the asker sees that it was opened.
import { type Call, caseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { activeMemberships } from '../access/rules.ts';
import { actingIn } from '../access/writing.ts';
import { dataClassOf, startDraft } from '../entries/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { changeContribution } from './change-contribution.ts';
import { requireContribution, requireOpenAssessment } from './find-assessment.ts';

/**
 * What was opened before is opened again, also in a closed case; nothing new begins there.
 * @throws Refusal `not-found`, `not-an-author`, `already-done` when it was withdrawn, `assessment-signed`, `case-closed`
 */
export const openContribution = (
  server: Server,
  call: Call,
  caseId: string,
  contributionId: string,
): Promise<{ id: string; entryId: string }> => {
  const found: { acting?: Membership } = {};
  return caseCommand(
    server.context,
    server.facts,
    call,
    caseId,
    async (c) => {
      const row = await requireContribution(c, contributionId);
      const acting = actingIn(c.facts, c.actor, c.at);
      const asked = c.facts.memberships.find((m) => m.affiliationId === row.affiliation_id);
      const mine = row.contributor_ids.includes(c.actor.personId) && acting?.agencyId === asked?.agencyId;
      if (!acting || !mine) throw new Refusal('not-an-author');
      found.acting = acting;
    },
    async (c) => {
      await c.tx
        .selectFrom('contributions')
        .select('id')
        .where('id', '=', contributionId)
        .forUpdate()
        .execute();
      const row = await requireContribution(c, contributionId);
      const { acting } = found;
      if (row.entry_id !== null) return { id: row.id, entryId: row.entry_id };
      if (row.status === 'withdrawn') throw new Refusal('already-done');
      if (!acting?.agencyId) throw new Refusal('not-an-author');
      if (c.viewer.closed) throw new Refusal('case-closed');
      await requireOpenAssessment(c, row.assessment_id);
      // Whoever of the pair has left since is no author of what begins now.
      const present = row.contributor_ids.filter(
        (id) => activeMemberships(c.facts, id, c.at.getTime()).length > 0,
      );
      const entry = await startDraft(c, acting, {
        kind: 'contribution',
        ownerAgencyId: acting.agencyId,
        dataClass: dataClassOf(c.actor.affiliation?.agencyKind),
        authorIds: present,
        assessmentId: row.assessment_id,
        parentId: null,
        about: row.area,
      });
      await changeContribution(c, row, { entry_id: entry.id, opened_at: row.opened_at ?? c.at });
      return { id: row.id, entryId: entry.id };
    },
  );
};
