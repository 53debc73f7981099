// Assessments and what belongs to them, as they leave the server.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { Assessment, Contribution, Signature, type VersionHead } from '../../shared/assessments.ts';
import { LifeArea } from '../../shared/vocabulary.ts';
import type { Viewer } from '../access/abilities.ts';
import type { Assessments, AssessmentVersions, Contributions, Signatures } from '../platform/db/tables.ts';
import { decisionClock, readyClock, type StatutoryRules } from './statutory-clocks.ts';

/** `can` is empty: it is filled in for each viewer. Dates come as `YYYY-MM-DD`. */
export const presentAssessment = (
  row: Selectable<Assessments> & { areas: unknown },
  rules: StatutoryRules,
): Assessment =>
  Assessment.parse({
    id: row.id,
    caseId: row.case_id,
    trigger: row.trigger,
    beganOn: row.began_on,
    decision: decisionClock(row.began_on, rules, row.decided_on),
    ready: readyClock(row.began_on, rules),
    areas: z.array(LifeArea).parse(row.areas),
    status: row.status,
    version: row.version,
    openedAt: row.opened_at.toISOString(),
    can: [],
  });

export const presentContribution = (row: Selectable<Contributions> & { agency_id: string }): Contribution =>
  Contribution.parse({
    id: row.id,
    assessmentId: row.assessment_id,
    area: row.area,
    contributorIds: row.contributor_ids,
    agencyId: row.agency_id,
    question: row.question,
    dueOn: row.due_on,
    askedAt: row.asked_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    status: row.status,
    entryId: row.entry_id,
    version: row.version,
  });

/**
 * A pair as one viewer may know it: of two contributors only those of whom the viewer may know. Whoever reads a
 * request knows one of them at the least.
 */
export const contributionFor = (
  contribution: Contribution,
  viewer: Pick<Viewer, 'knownPeople'>,
): Contribution =>
  contribution.contributorIds.length < 2
    ? contribution
    : { ...contribution, contributorIds: viewer.knownPeople(contribution.contributorIds) };

export const presentVersionHead = (row: Selectable<AssessmentVersions>): z.infer<typeof VersionHead> => ({
  id: row.id,
  assessmentId: row.assessment_id,
  version: row.version,
  reason: row.reason,
  hash: row.hash,
  signedAt: row.signed_at.toISOString(),
});

export const presentSignature = (row: Selectable<Signatures>): z.infer<typeof Signature> =>
  Signature.parse({
    id: row.id,
    versionId: row.version_id,
    personId: row.person_id,
    name: row.name,
    profession: row.profession,
    substituteOf: row.substitute_of,
    signedAt: row.signed_at.toISOString(),
  });
