// What is caught in the room as a text of its own: a hypothesis, a reflection, a decision, the child's voice. The team reads each as
// it is typed; nothing of it is anybody else's until it is given further, as every entry is.
import type { z } from 'zod';
import type { writeInRoom as contract } from '../../shared/meetings.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import type { Call } from '../access/command.ts';
import { actingIn } from '../access/writing.ts';
import { addWritten } from '../entries/index.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { itemCommand } from './item-command.ts';
import { hypothesisDays } from './settings.ts';

type Kind = z.output<NonNullable<typeof contract.body>>['kind'];

const classes: Readonly<Record<Kind, DataClass>> = {
  hypothesis: 'hypothesis',
  reflection: 'hypothesis',
  decision: 'social',
  'child-view': 'child-voice',
};
const dayMs = 86_400_000;

/** @throws Refusal `not-found`, `not-allowed`, `meeting-state`; a decision is the responsible worker's */
export const writeInRoom = (
  server: Server,
  call: Call,
  itemId: string,
  kind: Kind,
): Promise<{ id: string; version: number }> =>
  itemCommand(server, call, itemId, 'team', async (c, { found, item }) => {
    // A decision may be made when everybody has gone home.
    const after = kind === 'decision' && found.state === 'ended';
    if (found.state !== 'open' && kind !== 'child-view' && !after)
      throw new Refusal('meeting-state', { state: found.state });
    if (item.row.state === 'discussed' && kind !== 'decision')
      throw new Refusal('meeting-state', { item: item.row.state });
    const acting = actingIn(c.facts, c.actor, c.at);
    if (!acting) throw notFound();
    if (kind === 'decision' && acting.role !== 'responsible') throw new Refusal('not-allowed');
    const dataClass = classes[kind];
    const passes = dataClass === 'hypothesis';
    const days = passes ? await hypothesisDays(c.tx, dayOf(c.at)) : 0;
    const row = await addWritten(
      c,
      acting,
      {
        kind,
        ownerAgencyId: c.facts.homeAgencyId,
        dataClass,
        authorIds: [acting.personId],
        assessmentId: null,
        parentId: null,
        about: null,
        agendaItemId: itemId,
        expiresAt: passes ? new Date(c.at.getTime() + days * dayMs) : null,
      },
      {},
      { dataClass, scope: 'team', agencyIds: [], familyScope: 'none', familyIds: [] },
    );
    return { id: row.id, version: row.version };
  });
