// A notification is made: received by the service at once, with the statutory clocks running from that moment. The form in which
// it was written is gone with the same commit.
import { sql } from 'kysely';
import type { z } from 'zod';
import { moveOf } from '../../shared/consultation-moves.ts';
import { identityCodeIn } from '../../shared/identity-code.ts';
import type { sendWelfareNotification as contract } from '../../shared/welfare-notifications.ts';
import { type Call, type Command, command } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import { decisionClock, readStatutoryRules } from '../assessments/index.ts';
import { findConsultation } from '../consultations/index.ts';
import { queueMail } from '../mails/index.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { drawnNumber } from '../platform/drawn-number.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findService } from '../services/index.ts';
import { peopleBeside } from './people-beside.ts';

type Body = z.output<NonNullable<(typeof contract)['body']>>;

/** Neutral like a case's number, and told from one by its first letter (decision 9). */
const newNumber = (at: Date): string => drawnNumber('I', at);

/** @throws Refusal `not-found`; `service-refuses` where it is no service of child protection, has ended or nobody is in it */
const requireReceiver = async (tx: Tx, serviceId: string): Promise<void> => {
  const service = await findService(tx, serviceId);
  if (!service) throw notFound();
  if (service.kind !== 'child-protection') throw new Refusal('service-refuses', { reason: 'kind' });
  if (service.ended) throw new Refusal('service-refuses', { reason: 'ended' });
  const { rows } = await sql<{ staffed: boolean }>`select access.is_staffed(${serviceId}) as staffed`.execute(
    tx,
  );
  if (!rows[0]?.staffed) throw new Refusal('service-refuses', { reason: 'nobody' });
};

/** In person: by the one who asked there, never by a deputy or whoever was asked. */
const requireAsker = async ({ tx, actor, at }: Command, consultationId: string): Promise<void> => {
  const { parts, facts } = await findConsultation(tx, await readStanding(tx, actor, at), consultationId);
  const move = moveOf('notify', parts, facts);
  if ('refused' in move) throw new Refusal('not-allowed', { reason: move.refused });
};

/** @throws Refusal `invalid-input` for a code that is none, and a day of birth that lies ahead */
const identityOf = ({ identityCode, birthDate }: Body, today: string) => {
  const known = identityCode === null || identityCode === '' ? null : identityCodeIn(identityCode);
  if (identityCode !== null && identityCode !== '' && known === null)
    throw new Refusal('invalid-input', { field: 'identityCode' });
  const born = birthDate ?? known?.birthDate ?? null;
  if (born !== null && born > today) throw new Refusal('invalid-input', { field: 'birthDate' });
  return { identityCode: known?.code ?? null, birthDate: born };
};

export const sendNotification = (server: Server, call: Call, body: Body): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx, at, tell } = scope;
    const { serviceId, consultationId, formId, ...fields } = body;
    await requireReceiver(tx, serviceId);
    if (consultationId !== null) await requireAsker(scope, consultationId);
    const today = dayOf(at);
    const written = { ...fields, ...identityOf(body, today) };
    const { dueOn } = decisionClock(today, await readStatutoryRules(tx, today), null);
    const number = newNumber(at);
    const { rows } = await sql<{
      id: string;
    }>`select access.send_welfare_notification(${number}, ${dueOn}::date,
      ${serviceId}, ${consultationId}, ${JSON.stringify(written)}::jsonb) as id`.execute(tx);
    const id = rows[0]?.id ?? '';
    if (formId !== null) {
      await tx
        .deleteFrom('entries')
        .where('id', '=', formId)
        .where('kind', '=', 'form')
        .where('case_id', 'is', null)
        .execute();
    }
    const path = `/welfare-notifications/${id}`;
    for (const { personId, notifier } of await peopleBeside(tx, id)) {
      tell(personId, { kind: 'consultations.changed' });
      // It does not wait until somebody signs in by chance.
      if (!notifier)
        await queueMail(
          tx,
          { personId, stage: 'welfare-notification', caseNumber: number, dueOn: null, path },
          at,
        );
    }
    return { id };
  });
