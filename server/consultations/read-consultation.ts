// One request as somebody on one of its sides reads it: what was asked, the turns, the history, and whom it can be handed to.
import type { z } from 'zod';
import { Consultation } from '../../shared/consultation.ts';
import type { getConsultation as contract } from '../../shared/consultations.ts';
import type { Actor } from '../access/actor.ts';
import { jointAnswerRight, readsTransfer } from '../access/consultation-sides.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding, type Standing } from '../access/standing.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import { holidaysBetween } from '../platform/clock/working-days.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { readTeam } from '../services/index.ts';
import { presentAttachment, readAttachments } from './attachments/read-attachments.ts';
import { dutiesOf } from './duties.ts';
import { type Found, findConsultation } from './find-consultation.ts';
import { findJointAnswer, readSentTogether } from './find-joint-answer.ts';
import { readNames } from './names.ts';
import { readNaming } from './namings.ts';
import { namesOfHead, presentHead } from './present.ts';

type Answer = z.output<typeof contract.response>;

const readParts = async (tx: Tx, standing: Standing, id: string) => {
  const [messages, history, experts, outcomes, followUp, ground, transfers, together, attachments] =
    await Promise.all([
      tx
        .selectFrom('consultation_messages')
        .selectAll()
        .where('consultation_id', '=', id)
        .orderBy('id')
        .execute(),
      tx
        .selectFrom('consultation_history')
        .selectAll()
        .where('consultation_id', '=', id)
        .orderBy('id')
        .execute(),
      tx
        .selectFrom('consultation_experts')
        .selectAll()
        .where('consultation_id', '=', id)
        .orderBy('id')
        .execute(),
      tx
        .selectFrom('consultation_outcomes')
        .selectAll()
        .where('consultation_id', '=', id)
        .orderBy('id')
        .execute(),
      tx
        .selectFrom('consultation_follow_ups')
        .selectAll()
        .where('consultation_id', '=', id)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
      tx
        .selectFrom('consultation_grounds')
        .selectAll()
        .where('consultation_id', '=', id)
        .where('service_id', 'is not', null)
        .orderBy('id')
        .executeTakeFirst(),
      tx
        .selectFrom('consultation_transfers')
        .selectAll()
        .where('consultation_id', '=', id)
        .orderBy('id')
        .execute(),
      readSentTogether(tx, id),
      readAttachments(tx, standing, { consultationId: id }),
    ]);
  return { messages, history, experts, outcomes, followUp, ground, transfers, together, attachments };
};

const presentChild = (
  { row }: Found,
  ground: Awaited<ReturnType<typeof readParts>>['ground'],
): Answer['consultation']['child'] =>
  row.child_name === null
    ? null
    : Consultation.shape.child.parse({
        name: row.child_name,
        birthDate: row.child_birth_date,
        ground: ground
          ? {
              kind: ground.kind,
              statute: ground.statute,
              evidence: ground.evidence,
              covers: ground.covers,
              until: ground.until,
            }
          : null,
      });

/** @param kind how the view is logged: opened, or taken as a copy */
export const readConsultation = (
  server: Server,
  actor: Actor,
  id: string,
  kind: 'consultation' | 'consultation-text' | 'consultation-pdf' = 'consultation',
): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    const found = await findConsultation(tx, standing, id);
    const { row, parts } = found;
    const { messages, history, experts, outcomes, followUp, ground, together, attachments, ...others } =
      await readParts(tx, standing, id);
    const transfers = others.transfers.filter((one) => readsTransfer(standing, parts, one));
    const begun = jointAnswerRight(parts, row.state).reads ? await findJointAnswer(tx, row) : undefined;
    const head = namesOfHead(found);
    const names = await readNames(
      tx,
      [
        ...head.affiliations,
        ...together.affiliations,
        ...[...messages, ...history, ...experts, ...outcomes, ...transfers, ...attachments].map(
          (one) => one.affiliation_id,
        ),
      ],
      head.services,
    );
    const team =
      parts.includes('holder') || parts.includes('lead') ? await readTeam(tx, row.service_id, at) : [];
    await logView(tx, actor, at, {
      kind,
      caseId: null,
      objectId: id,
      purpose: 'consultation',
    });
    const shown = presentHead(found, names);
    return {
      consultation: {
        ...shown,
        holidays: holidaysBetween(dayOf(row.received_at), row.due_on).map(({ on }) => on),
        question: row.question,
        consent: row.consent,
        ...Consultation.pick({ ageBand: true, grade: true, supports: true, absenceHours: true }).parse({
          ageBand: row.age_band,
          grade: row.grade,
          supports: row.supports,
          absenceHours: row.absence_hours,
        }),
        child: presentChild(found, ground),
        messages: messages.map((m) =>
          Consultation.shape.messages.element.parse({
            id: m.id,
            kind: m.kind,
            side: m.side,
            author: names.person(m.affiliation_id),
            at: m.at.toISOString(),
            text: m.text,
            way: m.way,
            times: m.times,
            about: m.about,
            chosen: m.chosen,
            blocks: together.blocksOf(m.id),
            writers: together.writersOf(m.id).map(names.person),
          }),
        ),
        attachments: attachments.map((row) => presentAttachment(server, standing, row, names)),
        jointAnswer: begun ? { documentId: begun.documentId, sent: begun.sent } : null,
        history: history.map((step) =>
          Consultation.shape.history.element.parse({
            id: step.id,
            act: step.act,
            from: step.from_state,
            to: step.to_state,
            by: names.person(step.affiliation_id),
            at: step.at.toISOString(),
            reason: step.reason,
          }),
        ),
        experts: experts.map((e) => ({
          id: e.id,
          person: names.person(e.affiliation_id),
          invitedAt: e.invited_at.toISOString(),
          answeredAt: e.answered_at?.toISOString() ?? null,
          accepted: e.accepted,
          words: e.words,
        })),
        outcomes: outcomes.map((one) =>
          Consultation.shape.outcomes.element.parse({
            id: one.id,
            kind: one.kind,
            words: one.words,
            by: names.person(one.affiliation_id),
            at: one.at.toISOString(),
          }),
        ),
        followUp: followUp
          ? Consultation.shape.followUp.parse({
              helped: followUp.helped,
              words: followUp.words,
              at: followUp.at.toISOString(),
            })
          : null,
        duties: dutiesOf(shown.area, [row.question, row.consent, ...messages.map((m) => m.text)]),
        naming: parts.includes('asker') ? await readNaming(tx, actor, id) : null,
        transfers: transfers.map((one) => ({
          id: one.id,
          system: one.system,
          by: names.person(one.affiliation_id),
          at: one.at.toISOString(),
        })),
        team,
      },
    };
  });
