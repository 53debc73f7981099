// What a door of the database says has changed, for those who may know of it though its actor may not see it: as events.
import { z } from 'zod';
import type { CaseEvent } from '../../shared/live.ts';
import { presentContribution } from '../assessments/index.ts';
import { presentGround, presentMember } from './present.ts';

const moment = z.coerce.date();
const text = z.string().nullable();

const MemberRow = z.object({
  id: z.string(),
  case_id: z.string(),
  acl_key: z.number(),
  person_id: z.string(),
  name: z.string(),
  given_name: z.string(),
  role: z.string(),
  profession: text,
  agency_id: text,
  kind: text,
  name_fi: text,
  name_sv: text,
  starts_at: moment,
  ends_at: moment.nullable(),
  accepted_at: moment.nullable(),
  substitutes_for: text,
});

const ContributionRow = z.object({
  id: z.string(),
  case_id: z.string(),
  assessment_id: z.string(),
  acl_key: z.number(),
  area: z.string(),
  contributor_ids: z.array(z.string()),
  affiliation_id: z.string(),
  agency_id: z.string(),
  question: text,
  due_on: text,
  asked_by: z.string(),
  asked_at: moment,
  pair_acl_key: z.number().nullable(),
  opened_at: moment.nullable(),
  status: z.string(),
  entry_id: text,
  version: z.number(),
});

const GroundRow = z.object({
  id: z.string(),
  case_id: z.string(),
  acl_key: z.number(),
  kind: z.string(),
  effect: z.string(),
  beats_prohibition: z.boolean(),
  statute: text,
  given_by: text,
  given_by_relation: text,
  capacity: text,
  capacity_reason: text,
  from_agency_id: text,
  to_agency_id: text,
  data_classes: z.array(z.string()),
  evidence: z.string(),
  valid: z.string(),
  recorded_by: z.string(),
  recorded_at: moment,
  withdrawn_at: moment.nullable(),
  withdrawn_by: text,
});

/** A row of `access.told`. */
const Told = z.object({
  case_id: z.string(),
  acl_key: z.number(),
  kind: z.enum(['member', 'contribution', 'handover', 'ground']),
  row_data: z.record(z.string(), z.unknown()),
});

export type Told = { readonly caseId: string; readonly aclKey: number; readonly event: CaseEvent };

const eventOf = ({ kind, row_data }: z.infer<typeof Told>): CaseEvent => {
  switch (kind) {
    case 'member':
      return { kind: 'member.changed', member: presentMember(MemberRow.parse(row_data)) };
    case 'handover':
      return { kind: 'handover.closed', handoverId: z.string().parse(row_data.id) };
    case 'ground':
      return { kind: 'ground.withdrawn', ground: presentGround(GroundRow.parse(row_data)) };
    default:
      return {
        kind: 'contribution.changed',
        contribution: presentContribution(ContributionRow.parse(row_data)),
      };
  }
};

export const toldBy = (rows: readonly unknown[]): Told[] =>
  z
    .array(Told)
    .parse(rows)
    .map((told) => ({ caseId: told.case_id, aclKey: told.acl_key, event: eventOf(told) }));

/** The place of a substitute that has just begun, as `access.member_row` tells it. */
export const toldJoined = (json: unknown): Told => {
  const row = MemberRow.parse(json);
  return {
    caseId: row.case_id,
    aclKey: row.acl_key,
    event: { kind: 'member.joined', member: presentMember(row) },
  };
};
