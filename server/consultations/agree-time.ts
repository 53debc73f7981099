// A talk by telephone or video, or a joint visit: times are proposed by whoever has the request, one is chosen by who asked.
import type { z } from 'zod';
import type * as contract from '../../shared/consultations-together.ts';
import type { Call } from '../access/command.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { consultationCommand } from './consultation-command.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Body<R extends { body?: z.ZodType }> = z.output<NonNullable<R['body']>>;
type Ref = Promise<{ id: string }>;

/** @throws Refusal `invalid-input` for a time that ends before it begins, or lies behind */
export const proposeTimes = (
  server: Server,
  call: Call,
  id: string,
  { way, times, text, checked }: Body<typeof contract.proposeTimes>,
): Ref =>
  consultationCommand(server, call, id, 'propose-times', async ({ at, found, step }) => {
    const wrong = times.findIndex(({ from, to }) => new Date(from) <= at || new Date(to) <= new Date(from));
    if (wrong >= 0) throw new Refusal('invalid-input', { field: `times.${wrong}` });
    if (found.row.anonymous) requireUnidentifying([{ path: 'text', text }], checked);
    await step({ message: { kind: 'times-proposed', text, way, times } });
  });

/** @throws Refusal `consultation-state` when other times were proposed since, `already-done` once it was answered */
export const chooseTime = (
  server: Server,
  call: Call,
  id: string,
  { messageId, chosen, text, checked }: Body<typeof contract.chooseTime>,
): Ref =>
  consultationCommand(server, call, id, 'choose-time', async ({ tx, found, step }) => {
    const messages = await tx
      .selectFrom('consultation_messages')
      .select(['id', 'kind', 'way', 'times', 'about'])
      .where('consultation_id', '=', id)
      .orderBy('id')
      .execute();
    const last = messages.findLast(({ kind }) => kind === 'times-proposed');
    if (last?.id !== messageId)
      throw new Refusal('consultation-state', { state: found.row.state, reason: 'other-times' });
    if (messages.some(({ about }) => about === messageId)) throw new Refusal('already-done');
    if (chosen !== null && chosen >= (last.times as unknown[]).length)
      throw new Refusal('invalid-input', { field: 'chosen' });
    if (found.row.anonymous) requireUnidentifying([{ path: 'text', text }], checked);
    await step({ message: { kind: 'time-chosen', text, way: last.way, about: messageId, chosen } });
  });
