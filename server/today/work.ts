// What is asked of somebody, what waits for their signature, and the clocks of their children's assessments.
import { sql } from 'kysely';
import type { Today } from '../../shared/today.ts';
import { LifeArea } from '../../shared/vocabulary.ts';
import type { AllRights } from '../access/reading-all.ts';
import { presentAssessment, readStatutoryRules } from '../assessments/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { CaseNames } from './case-names.ts';

const isOf = (personId: string) => (ids: string[]) => ids.includes(personId);

/** Contributions that can still be written, with who asked; of the whole of the viewer's cases. */
const readContributions = (tx: Tx, rights: AllRights, caseIds: string[]) =>
  tx
    .selectFrom('contributions as c')
    .innerJoin('assessments as s', 's.id', 'c.assessment_id')
    .innerJoin('affiliations as a', 'a.id', 'c.asked_by')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .selectAll('c')
    .select(['s.status as assessment_status', 'p.name as asked_by_name'])
    .where('c.case_id', 'in', caseIds)
    .where('c.status', '!=', 'withdrawn')
    .where((eb) => eb.or([rights.opens('c.acl_key'), rights.opens('c.pair_acl_key')]))
    .where(rights.opens('s.acl_key'))
    .orderBy('c.due_on', (order) => order.asc().nullsLast())
    .orderBy('c.id')
    .execute();
export type AskedRow = Awaited<ReturnType<typeof readContributions>>[number];

const askedOf = (rows: AskedRow[], names: CaseNames, personId: string): Today['asked'] =>
  rows
    .filter(
      (c) => c.status === 'asked' && c.assessment_status === 'open' && isOf(personId)(c.contributor_ids),
    )
    .flatMap((c) => {
      const name = names.get(c.case_id);
      if (!name) return [];
      return {
        ...name,
        contributionId: c.id,
        assessmentId: c.assessment_id,
        entryId: c.entry_id,
        area: LifeArea.parse(c.area),
        dueOn: c.due_on,
        askedByName: c.asked_by_name,
        askedAt: c.asked_at.toISOString(),
        question: c.question,
      };
    });

/** The newest version of each assessment to which the viewer contributed and which they have not signed. */
const readToSign = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  rows: AskedRow[],
  personId: string,
): Promise<Today['toSign']> => {
  const mine = [
    ...new Set(
      rows
        .filter((c) => c.status === 'shared' && isOf(personId)(c.contributor_ids))
        .map((c) => c.assessment_id),
    ),
  ];
  if (mine.length === 0) return [];
  const versions = await tx
    .selectFrom('assessment_versions as v')
    .select(['v.id', 'v.case_id', 'v.assessment_id', 'v.signed_at'])
    .distinctOn('v.assessment_id')
    .where('v.assessment_id', 'in', mine)
    .where(rights.opens('v.acl_key'))
    .orderBy('v.assessment_id')
    .orderBy('v.version', 'desc')
    .execute();
  if (versions.length === 0) return [];
  const signed = await tx
    .selectFrom('signatures')
    .select('version_id')
    .where('person_id', '=', personId)
    .where(
      'version_id',
      'in',
      versions.map((v) => v.id),
    )
    .execute();
  const done = new Set(signed.map((s) => s.version_id));
  return versions.flatMap((v) => {
    const name = names.get(v.case_id);
    if (!name || done.has(v.id)) return [];
    return { ...name, assessmentId: v.assessment_id, versionId: v.id, signedAt: v.signed_at.toISOString() };
  });
};

const readNames = async (tx: Tx, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const people = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(people.map((p) => [p.id, p.name]));
};

/** As signing asks it: the child's own words, or the reason why there are none. */
const childSpoke = sql<boolean>`concat(e.fields -> 'verbatim' ->> 'text', e.fields -> 'absence' ->> 'text') ~ '\\S'`;

/** Open assessments of the cases that are the viewer's own work, with what is still missing. */
const readClocks = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  rows: AskedRow[],
): Promise<Today['assessments']> => {
  const own = [...rights.cases].filter(([, { viewer }]) => viewer.home).map(([id]) => id);
  if (own.length === 0) return [];
  const assessments = await tx
    .selectFrom('assessments as s')
    .innerJoin('assessment_templates as t', 't.id', 's.template_id')
    .selectAll('s')
    .select('t.areas')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('entries as e')
            .select('e.id')
            .whereRef('e.assessment_id', '=', 's.id')
            .where('e.kind', '=', 'child-view')
            .where('e.state', '!=', 'draft')
            .where(childSpoke)
            .where(rights.opens('e.acl_key')),
        )
        .as('heard'),
    )
    .where('s.case_id', 'in', own)
    .where('s.status', '=', 'open')
    .where(rights.opens('s.acl_key'))
    .orderBy('s.ready_due_on')
    .orderBy('s.id')
    .execute();
  const days = [...new Set(assessments.map((s) => s.began_on))];
  const rules = new Map(
    await Promise.all(days.map(async (day) => [day, await readStatutoryRules(tx, day)] as const)),
  );
  const waiting = rows.filter((c) => c.status === 'asked');
  const people = await readNames(tx, [...new Set(waiting.flatMap((c) => c.contributor_ids))]);
  return assessments.flatMap((s) => {
    const [name, rule] = [names.get(s.case_id), rules.get(s.began_on)];
    if (!name || !rule) return [];
    const { decision, ready } = presentAssessment(s, rule);
    const of = rows.filter((c) => c.assessment_id === s.id);
    return {
      ...name,
      assessmentId: s.id,
      decision,
      ready,
      missing: of
        .filter((c) => c.status === 'asked')
        .map((c) => ({
          area: LifeArea.parse(c.area),
          name: c.contributor_ids.map((id) => people.get(id) ?? '').join(', '),
          dueOn: c.due_on,
        })),
      shared: of.filter((c) => c.status === 'shared').length,
      childHeard: s.heard === true,
      mine: rights.cases.get(s.case_id)?.viewer.responsible ?? false,
    };
  });
};

export const readWork = async (tx: Tx, rights: AllRights, names: CaseNames, personId: string) => {
  const caseIds = [...rights.cases.keys()];
  if (caseIds.length === 0) return { asked: [], toSign: [], assessments: [], rows: [] };
  const rows = await readContributions(tx, rights, caseIds);
  return {
    asked: askedOf(rows, names, personId),
    toSign: await readToSign(tx, rights, names, rows, personId),
    assessments: await readClocks(tx, rights, names, rows),
    rows,
  };
};
