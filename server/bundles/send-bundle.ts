// Sends what was chosen, as it was looked at: what may go is asked again here and by the door, and what reads otherwise by now, or would
// reach others than were shown, goes nowhere.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { sendBundle as contract } from '../../shared/bundles.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import { tellBeside } from '../consultations/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { type Choice, choicesOf } from './choices.ts';
import { type Centre, findCentre } from './find-centre.ts';

type Body = z.output<typeof contract.body & z.ZodType>;
type Item = Body['items'][number];

/** @throws Refusal `ground-missing`, `child-has-not-allowed`, `version-conflict`, `not-found` */
const requireChoosable = (choices: readonly Choice[], item: Item): Choice => {
  const choice = choices.find((one) => one.kind === item.kind && one.sourceId === item.sourceId);
  if (!choice) throw notFound();
  if (choice.why === 'child-has-not-allowed') throw new Refusal('child-has-not-allowed');
  if (choice.why !== null) throw new Refusal('ground-missing', { reason: choice.why });
  if (choice.kind === 'child') return choice;
  if (item.fields.length === 0) throw new Refusal('invalid-input', { field: 'items' });
  for (const { name, rev } of item.fields) {
    const field = choice.fields.find((one) => one.name === name);
    if (field?.rev !== rev) throw new Refusal('version-conflict', { field: name });
  }
  return choice;
};

const given = async (c: CaseCommand, { service, agencyIds }: Centre): Promise<Choice[]> => {
  const agencyId = c.actor.affiliation?.agencyId;
  if (agencyId === undefined) throw new Refusal('not-allowed');
  return choicesOf(
    c.tx,
    { viewer: c.viewer, facts: c.facts, at: c.at, agencyId },
    { agencyId: service.agencyId, agencyIds },
  );
};

const centreOf = async ({ tx, actor, at }: CaseCommand, consultationId: string): Promise<Centre> =>
  findCentre(tx, await readStanding(tx, actor, at), consultationId);

export const sendBundle = (
  server: Server,
  call: Call,
  consultationId: string,
  { caseId, days, items, agencyIds }: Body,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    caseId,
    async (c) => {
      await centreOf(c, consultationId);
      if (!c.viewer.professional) throw new Refusal('not-allowed');
      if (c.viewer.closed) throw new Refusal('case-closed');
    },
    async (c) => {
      const { tx } = c;
      const centre = await centreOf(c, consultationId);
      const seen = new Set(agencyIds);
      if (seen.size !== centre.agencyIds.length || centre.agencyIds.some((id) => !seen.has(id)))
        throw new Refusal('readers-changed');
      const choices = await given(c, centre);
      const chosen = items.map((item) => ({ ...item, until: requireChoosable(choices, item).groundUntil }));
      const sources = new Set(chosen.map(({ sourceId }) => sourceId));
      if (sources.size < chosen.length) throw new Refusal('invalid-input', { field: 'items' });
      const { rows } = await sql<{ id: string }>`
        select access.send_bundle(${caseId}, ${consultationId}, ${days}, ${JSON.stringify(chosen)}::jsonb,
          ${[...centre.agencyIds]}::uuid[]) as id`.execute(tx);
      await tellBeside(c, consultationId);
      return { id: rows[0]?.id ?? '' };
    },
  );
