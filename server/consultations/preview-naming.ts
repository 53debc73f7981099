// What its receivers would read, and who they are, before an anonymous request goes with a name. Nothing is written but the look.

import { moveOf } from '../../shared/consultation-moves.ts';
import type { NamingFields, NamingPreview } from '../../shared/consultation-naming.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { refuse } from './consultation-command.ts';
import { findConsultation } from './find-consultation.ts';
import { lookAtNaming } from './look-at-naming.ts';
import { readNames } from './names.ts';

const findColleague = async (
  tx: Tx,
  actor: Actor,
  at: Date,
  affiliationId: string,
): Promise<string | null> => {
  const row = await tx
    .selectFrom('affiliations')
    .select('id')
    .where('id', '=', affiliationId)
    .where('agency_id', '=', actor.affiliation?.agencyId ?? null)
    .where('person_id', '!=', actor.personId)
    .where('starts_at', '<=', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .executeTakeFirst();
  return row?.id ?? null;
};

/** @throws Refusal `not-found`, `not-allowed`, `consultation-state` */
export const previewNaming = (
  server: Server,
  actor: Actor,
  id: string,
  fields: NamingFields,
): Promise<NamingPreview> =>
  read(server.context, actor, async (tx, at) => {
    const found = await findConsultation(tx, await readStanding(tx, actor, at), id);
    const move = moveOf('name', found.parts, found.facts);
    if ('refused' in move) throw await refuse(tx, move.refused, found);
    const { service, agencyIds, known, same, readsBoth, missing } = await lookAtNaming(
      tx,
      actor,
      at,
      found,
      fields,
    );
    // Somebody who is no colleague becomes nobody, as in sending.
    const deputy =
      fields.deputyAffiliationId && (await findColleague(tx, actor, at, fields.deputyAffiliationId));
    const names = await readNames(tx, [found.row.asker_affiliation_id, deputy, ...known], [service.id]);
    const agencies = await tx
      .selectFrom('agencies')
      .select(['id', 'name_fi', 'name_sv'])
      .where('id', 'in', [...agencyIds])
      .orderBy('name_fi')
      .orderBy('id')
      .execute();
    await logView(tx, actor, at, {
      kind: 'consultation-naming',
      caseId: null,
      objectId: id,
      purpose: 'consultation',
    });
    const { serviceId: _service, deputyAffiliationId: _deputy, ...shown } = fields;
    return {
      service: names.service(service.id),
      agencies: agencies.map((one) => ({ id: one.id, nameFi: one.name_fi, nameSv: one.name_sv })),
      people: known.map(names.person),
      shown: {
        ...shown,
        asker: names.person(found.row.asker_affiliation_id),
        deputy: deputy === null ? null : names.person(deputy),
      },
      same: [...same],
      readsBoth,
      missing: [...missing],
    };
  });
