// A draft becomes a request: received at once, with a day by which it is to be answered. The draft and everything that was
// saved of it is gone with the same commit.
import { sql } from 'kysely';
import type { DraftFields } from '../../shared/consultation.ts';
import { type Call, command } from '../access/command.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import { afterWorkingDays, workingDayFrom } from '../platform/clock/working-days.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { drawnNumber } from '../platform/drawn-number.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { type AskedService, findService } from '../services/index.ts';
import { tellBeside } from './beside.ts';
import { findDraft, passagesOf } from './drafts.ts';
import { missingOf } from './missing-fields.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

/** Neutral like a case's number, and told from one by its first letter (decision 9). */
export const newNumber = (at: Date): string => drawnNumber('K', at);

/** The day of receipt does not count; within no day is the day itself, or the next working day. */
export const dueOf = (at: Date, service: AskedService, urgency: DraftFields['urgency']): string => {
  const today = dayOf(at);
  const days = service.answerWorkingDays[urgency];
  return days === 0 ? workingDayFrom(today) : afterWorkingDays(today, days).day;
};

/** A file tells who the child is in more ways than can be read. */
const requireNoFiles = async (tx: Tx, draftId: string): Promise<void> => {
  const file = await tx
    .selectFrom('consultation_attachments')
    .select('id')
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  if (file) throw new Refusal('attachments-named-only');
};

/** @throws Refusal as the contract says, in the order in which somebody mends it */
export const sendConsultation = (
  server: Server,
  call: Call,
  draftId: string,
  input: { rev: number; checked: boolean },
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    const { rev, fields } = await findDraft(tx, actor, draftId);
    if (rev !== input.rev) throw new Refusal('version-conflict', { rev });
    const service = fields.serviceId === null ? undefined : await findService(tx, fields.serviceId);
    if (service?.ended) throw new Refusal('service-refuses', { reason: 'ended' });
    if (service && !(fields.anonymous ? service.takesAnonymous : service.takesNamed))
      throw new Refusal('service-refuses', { reason: fields.anonymous ? 'anonymous' : 'named' });
    const missing = missingOf(fields, service, actor.affiliation?.agencyId ?? '');
    if (missing.length === 1 && missing[0] === 'ground') throw new Refusal('ground-missing');
    if (!service || missing.length > 0) throw new Refusal('draft-incomplete', { missing: missing.join(' ') });
    if (fields.anonymous) {
      await requireNoFiles(tx, draftId);
      requireUnidentifying(passagesOf(fields), input.checked);
    }
    const { rows } = await sql<{
      id: string;
    }>`select access.send_consultation(${draftId}, ${rev}, ${newNumber(at)},
      ${dueOf(at, service, fields.urgency)}::date) as id`.execute(tx);
    const id = rows[0]?.id ?? '';
    await tellBeside({ tx, tell }, id);
    // Their draft is gone.
    tell(actor.personId, { kind: 'consultations.changed' });
    return { id };
  });
