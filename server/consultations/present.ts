// A request as it leaves the server: chosen fields, and what this reader can do with it.
import { type ConsultationHead, ConsultationHead as HeadShape } from '../../shared/consultation.ts';
import { actsOf } from '../../shared/consultation-moves.ts';
import type { Found } from './find-consultation.ts';
import type { Names } from './names.ts';

/** Characters of the question that a list shows. */
const excerptLength = 140;

export const excerptOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength - 1).trimEnd()}…`;
};

const waitsFor: Readonly<Record<ConsultationHead['state'], ConsultationHead['waitsFor']>> = {
  sent: 'answering',
  triage: 'answering',
  claimed: 'answering',
  'more-information': 'asking',
  answered: 'asking',
  'followed-up': 'nobody',
  closed: 'nobody',
  withdrawn: 'nobody',
};

export const namesOfHead = ({ row, standIns }: Found) => ({
  affiliations: [
    row.asker_affiliation_id,
    row.deputy_affiliation_id,
    row.holder_affiliation_id,
    standIns.asker,
    standIns.holder,
  ],
  services: [row.service_id, row.offered_service_id],
});

export const presentHead = (
  { row, parts, sides, facts, standIns, escalated }: Found,
  names: Names,
): ConsultationHead => {
  const { area, urgency, language } = HeadShape.pick({ area: true, urgency: true, language: true }).parse({
    area: row.area,
    urgency: row.urgency,
    language: row.language,
  });
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    anonymous: row.anonymous,
    urgency,
    language,
    area,
    excerpt: excerptOf(row.question),
    sides: [...sides],
    service: names.service(row.service_id),
    asker: names.person(row.asker_affiliation_id),
    deputy: row.deputy_affiliation_id === null ? null : names.person(row.deputy_affiliation_id),
    // Whoever has left the service has it no more.
    holder:
      row.holder_affiliation_id === null || !facts.held ? null : names.person(row.holder_affiliation_id),
    standIns: {
      asker: standIns.asker === null ? null : names.person(standIns.asker),
      holder: standIns.holder === null ? null : names.person(standIns.holder),
    },
    escalated,
    receivedAt: row.received_at.toISOString(),
    dueOn: row.due_on,
    answeredAt: row.answered_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
    waitsFor: waitsFor[row.state],
    passing:
      row.offered_service_id === null
        ? null
        : {
            ...names.service(row.offered_service_id),
            offeredAt: row.offered_at?.toISOString() ?? '',
            reason: row.offer_reason ?? '',
          },
    can: actsOf(parts, facts),
  };
};
