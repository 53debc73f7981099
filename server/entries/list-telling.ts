// Under turvakielto: texts that somebody outside the home agency can already read, and that seem to tell where the child is. For
// the home team, of the texts and the whereabouts that the asker reads, so that what is listed tells them nothing new.
import type { z } from 'zod';
import type { listTellingTexts as contract } from '../../shared/entries.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { audienceOf, fieldsOf, kindOf } from './find-entry.ts';
import { isTeamsOwn } from './present.ts';
import { hiddenPlaces, leavesHome, placesIn } from './tells-where.ts';

type Answer = z.output<typeof contract.response>;

/** @throws Refusal `not-found`, `not-allowed` */
export const listTellingTexts = (server: Server, actor: Actor, caseId: string): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const { facts, viewer, keys } = await rightsIn(tx, server.facts, actor, caseId, at);
    if (!viewer.home) throw new Refusal('not-allowed');
    const where = await hiddenPlaces(tx, caseId, keys);
    await logView(tx, actor, at, { kind: 'telling-texts', caseId, objectId: caseId, purpose: 'case-work' });
    if (!where) return { texts: [] };
    const rows = await tx
      .selectFrom('entries')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('state', '!=', 'draft')
      .where('acl_key', 'in', keys)
      .orderBy('id')
      .execute();
    return {
      texts: rows.flatMap((row) => {
        if (!leavesHome(facts, audienceOf(facts, row))) return [];
        // What of a child's view is the team's own leaves the home agency in no case.
        const words = Object.entries(fieldsOf(row)).filter(([field]) => !isTeamsOwn(row.kind, field));
        const tells = placesIn(words.map(([, { text }]) => text).join('\n'), where);
        return tells.length === 0 ? [] : [{ entryId: row.id, kind: kindOf(row), about: row.about, tells }];
      }),
    };
  });
