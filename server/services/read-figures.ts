// A service's own figures, for the service itself.
import { sql } from 'kysely';
import type { z } from 'zod';
import { getServiceFigures as contract } from '../../shared/consultation-outcomes.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

export const readFigures = (
  server: Server,
  actor: Actor,
  serviceId: string,
): Promise<z.output<typeof contract.response>> =>
  read(server.context, actor, async (tx, at) => {
    const { services } = await readStanding(tx, actor, at);
    if (!services.has(serviceId)) throw notFound();
    const { rows } = await sql<{
      figures: unknown;
    }>`select access.service_figures(${serviceId}) as figures`.execute(tx);
    await logView(tx, actor, at, {
      kind: 'service-figures',
      caseId: null,
      objectId: serviceId,
      purpose: 'consultation',
    });
    return contract.response.parse(rows[0]?.figures);
  });
