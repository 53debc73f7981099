// What the receiving service does with a notification: a person has it, its urgency is judged, it led to something. Its notifier
// gets a hint of the first two alone, which is all they learn of.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { WelfareStep } from '../../shared/welfare-notification.ts';
import type * as contract from '../../shared/welfare-notifications.ts';
import { type Call, command } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import { type WelfareAct, welfareActsOf } from '../access/welfare-sides.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findNotification } from './find-notification.ts';
import { peopleBeside } from './people-beside.ts';
import { kindsOf } from './present.ts';

type Kind = WelfareStep['kind'];
type Taken = { readonly seen: number; readonly verdict?: string; readonly words?: string };
type Ref = Promise<{ id: string }>;
type Body<R extends { body?: z.ZodType }> = z.output<NonNullable<R['body']>>;

const actOf: Readonly<Record<Kind, WelfareAct>> = {
  received: 'mark-received',
  'urgency-judged': 'judge-urgency',
  concluded: 'conclude',
};

const takeStep = (server: Server, call: Call, id: string, kind: Kind, { seen, verdict, words }: Taken): Ref =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    const found = await findNotification(tx, await readStanding(tx, actor, at), id);
    if (!found.sides.includes('receiver')) throw new Refusal('not-allowed', { reason: 'not-yours' });
    if (found.row.notifier_id === actor.personId)
      throw new Refusal('not-allowed', { reason: 'own-notification' });
    const done = kindsOf(found);
    if (done.length !== seen) throw new Refusal('version-conflict', { steps: done.length });
    if (!welfareActsOf(done).includes(actOf[kind]))
      throw new Refusal(done.includes(kind) ? 'already-done' : 'notification-state');
    const { rows } = await sql<{
      taken: boolean;
    }>`select access.step_welfare_notification(${id}, ${seen}, ${kind},
      ${verdict ?? null}, ${words ?? ''}) as taken`.execute(tx);
    if (!rows[0]?.taken) throw new Refusal('version-conflict');
    const toldToNotifier = !done.includes(kind) && kind !== 'concluded';
    for (const { personId, notifier } of await peopleBeside(tx, id))
      if (!notifier || toldToNotifier) tell(personId, { kind: 'consultations.changed' });
    return { id };
  });

export const markReceived = (server: Server, call: Call, id: string, seen: number): Ref =>
  takeStep(server, call, id, 'received', { seen });

export const judgeUrgency = (
  server: Server,
  call: Call,
  id: string,
  body: Body<typeof contract.judgeWelfareUrgency>,
): Ref => takeStep(server, call, id, 'urgency-judged', body);

export const conclude = (
  server: Server,
  call: Call,
  id: string,
  body: Body<typeof contract.concludeWelfareNotification>,
): Ref => takeStep(server, call, id, 'concluded', body);
