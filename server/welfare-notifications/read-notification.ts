// One notification as its notifier or the receiving service reads it. The consultation it grew from is read by its notifier alone.
import type { z } from 'zod';
import { WelfareFields } from '../../shared/welfare-notification.ts';
import type { getWelfareNotification as contract } from '../../shared/welfare-notifications.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import { welfareActsOf } from '../access/welfare-sides.ts';
import { decisionClock, readStatutoryRules } from '../assessments/index.ts';
import { readNames } from '../consultations/index.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { type Found, findNotification } from './find-notification.ts';
import { kindsOf, namesOf, presentHead, presentSteps } from './present.ts';

const fieldsOf = ({ row }: Found): WelfareFields =>
  WelfareFields.parse({
    phone: row.notifier_phone,
    childName: row.child_name,
    identityCode: row.child_identity_code,
    birthDate: row.child_birth_date,
    whereabouts: row.whereabouts,
    guardians: row.guardians,
    observed: row.observed,
    observedWhen: row.observed_when,
    worry: row.worry,
    urgency: row.urgency,
    familyKnows: row.family_knows,
    familyWords: row.family_words,
  });

const readOrigin = async (tx: Tx, actor: Actor, { row, sides }: Found): Promise<string | null> => {
  if (!sides.includes('notifier')) return null;
  const origin = await tx
    .selectFrom('welfare_notification_origins')
    .select('consultation_id')
    .where('notification_id', '=', row.id)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst();
  return origin?.consultation_id ?? null;
};

export const readNotification = (
  server: Server,
  actor: Actor,
  id: string,
): Promise<z.output<typeof contract.response>> =>
  read(server.context, actor, async (tx, at) => {
    const found = await findNotification(tx, await readStanding(tx, actor, at), id);
    const { affiliations, services } = namesOf(found);
    const names = await readNames(tx, affiliations, services);
    const arrivedOn = dayOf(found.row.received_at);
    const concluded = found.steps.find(({ kind }) => kind === 'concluded');
    const receives = found.sides.includes('receiver');
    await logView(tx, actor, at, {
      kind: 'welfare-notification',
      caseId: null,
      objectId: id,
      purpose: 'child-welfare',
    });
    return {
      notification: {
        ...presentHead(found, names),
        ...fieldsOf(found),
        decision: decisionClock(
          arrivedOn,
          await readStatutoryRules(tx, arrivedOn),
          concluded ? dayOf(concluded.at) : null,
        ),
        steps: presentSteps(found, names),
        consultationId: await readOrigin(tx, actor, found),
        can: receives && found.row.notifier_id !== actor.personId ? welfareActsOf(kindsOf(found)) : [],
      },
    };
  });
