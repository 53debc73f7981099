// What could go along, for whoever asked and takes part in the case. A look that is logged like any other.
import type { z } from 'zod';
import type { getBundleChoices as contract } from '../../shared/bundles.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { choicesOf } from './choices.ts';
import { findCentre } from './find-centre.ts';

export const readChoices = (
  { context, facts }: Server,
  actor: Actor,
  consultationId: string,
  caseId: string,
): Promise<z.output<typeof contract.response>> =>
  read(context, actor, async (tx, at) => {
    const { service, agencyIds } = await findCentre(tx, await readStanding(tx, actor, at), consultationId);
    const rights = await rightsIn(tx, facts, actor, caseId, at);
    const agencyId = actor.affiliation?.agencyId;
    if (agencyId === undefined || !rights.viewer.professional) throw new Refusal('not-allowed');
    const choices = await choicesOf(
      tx,
      { viewer: rights.viewer, facts: rights.facts, at, agencyId },
      { agencyId: service.agencyId, agencyIds },
    );
    const agencies = await tx
      .selectFrom('agencies')
      .select(['id', 'name_fi', 'name_sv'])
      .where('id', 'in', [...agencyIds])
      .orderBy('name_fi')
      .orderBy('id')
      .execute();
    await logView(tx, actor, at, {
      kind: 'bundle-choices',
      caseId,
      objectId: caseId,
      purpose: 'consultation',
    });
    return {
      service: {
        serviceId: service.id,
        agencyId: service.agencyId,
        nameFi: service.nameFi,
        nameSv: service.nameSv,
      },
      agencies: agencies.map((one) => ({ id: one.id, nameFi: one.name_fi, nameSv: one.name_sv })),
      choices: choices.map(({ agencyIds: _, ...choice }) => choice),
    };
  });
