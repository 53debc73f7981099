// Puts a case of the matrix into the real tables, past every rule, and has the database derive who reads what: the
// commands that a case usually comes about by are themselves in question here.
import { randomUUID } from 'node:crypto';
import { place } from '../../server/testing/case-in-hiding.ts';
import type { World } from '../../server/testing/open-world.ts';
import { changeWhereabouts } from '../../shared/cases.ts';
import { placeOf, type Who } from './cast.ts';
import type { Region } from './people.ts';
import { inDays, insertMembers, keysOf, manyKeysOf, theHead } from './place-members.ts';
import { insertRowKinds } from './row-kinds.ts';
import type { Recorded, State } from './states.ts';
import { everyText, type Text, textsByGround } from './texts.ts';

/** `word` stands in this text and in no other. */
export type PlacedText = {
  readonly text: Text;
  readonly word: string;
  readonly aclKey: number;
  readonly entryId: string;
};
export type PlacedCase = {
  readonly caseId: string;
  readonly assessmentId: string;
  /** A signed version that holds each of the texts, under its audience. */
  readonly versionId: string;
  readonly texts: readonly PlacedText[];
  readonly members: Readonly<Partial<Record<Who, string>>>;
};

const validity = ({ when }: Recorded): string => {
  if (when === 'never') return 'empty';
  if (when === 'not yet') return `[${inDays(1)},)`;
  return when === undefined ? `[${inDays(-20)},)` : `[${inDays(-20)},${inDays(-1)})`;
};

const dayIn = (days: number | undefined): string | null =>
  days === undefined ? null : inDays(days).slice(0, 10);

/** Each guardian with their own powers, as relations around the child. Returns the relation of each. */
const insertGuardians = async (world: World, region: Region, caseId: string, key: number, state: State) => {
  const relations = new Map<string, string>();
  for (const guardian of state.guardians ?? []) {
    const { rows } = await world.superuser(
      `insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, created_at, person_id, custody,
         custody_from, custody_until, ended_on, power_classes)
       values ($1, $2, $3, 'coordination', $11, $4, 'x', now(), $5, $6, $7, $8, $9, $10) returning id`,
      [
        caseId,
        key,
        region.agencyIds.home,
        guardian.name,
        guardian.is && region.people[guardian.is].id,
        guardian.custody,
        dayIn(guardian.from),
        dayIn(guardian.until),
        dayIn(guardian.ended),
        guardian.classes ?? [],
        guardian.kind ?? 'guardian',
      ],
    );
    relations.set(guardian.name, String(rows[0]?.['id']));
  }
  return relations;
};

const insertGrounds = async (world: World, region: Region, caseId: string, key: number, state: State) => {
  const relations = await insertGuardians(world, region, caseId, key, state);
  for (const ground of state.recorded) {
    await world.superuser(
      `insert into grounds (case_id, acl_key, kind, effect, beats_prohibition, statute, from_agency_id, to_agency_id, data_classes,
         evidence, valid, recorded_by, recorded_at, withdrawn_at, given_by, given_by_relation, capacity, capacity_reason)
       values ($1, $2, $3, $4, $5, '41 §', $6, $7, $8, 'x', $9, $10, now(), $11, $12, $13, $14, $15)`,
      [
        caseId,
        key,
        ground.kind,
        ground.effect ?? 'allow',
        ground.beats ?? false,
        ground.from && region.agencyIds[ground.from],
        ground.to && region.agencyIds[ground.to],
        ground.classes,
        validity(ground),
        region.people.responsible.affiliationId,
        ground.when === 'withdrawn' ? inDays(-1) : null,
        (ground.by && region.people[ground.by].id) ?? null,
        relations.get(ground.byRelation ?? '') ?? null,
        ground.capacity ?? null,
        ground.capacity === undefined ? null : 'x',
      ],
    );
  }
};

const wordOf = (n: number): string => `kirjoitus${String(n).padStart(4, '0')}x`;

/** Under each audience one text. */
const insertTexts = async (
  world: World,
  region: Region,
  caseId: string,
  assessmentId: string,
  texts: readonly Text[],
): Promise<PlacedText[]> => {
  const keys = await manyKeysOf(
    world,
    region,
    caseId,
    texts.map((text) => ({
      ...text,
      chosen: text.chosen === null ? [] : [text.chosen],
      authors: [text.author],
      participation: false,
    })),
  );
  const { rows } = await world.superuser(
    `insert into entries (case_id, assessment_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, fields,
       created_at, updated_at, shared_at)
     select $1, $2, key, owner, class, 'dissent', state, array[author], affiliation, fields, now(), now(), now()
     from jsonb_to_recordset($3) as x (key bigint, owner uuid, class text, state text, author uuid, affiliation uuid, fields jsonb)
     returning id`,
    [
      caseId,
      assessmentId,
      JSON.stringify(
        texts.map((text, n) => ({
          key: keys[n],
          owner: region.agencyIds[text.owner],
          class: text.dataClass,
          state: text.scope === 'private' ? 'draft' : 'shared',
          author: region.people[text.author].id,
          affiliation: region.people[text.author].affiliationId,
          fields: { narrative: { text: wordOf(n), rev: 1, at: inDays(0), device: 'matrix00' } },
        })),
      ),
    ],
  );
  return texts.map((text, n) => ({
    text,
    word: wordOf(n),
    aclKey: keys[n] ?? 0,
    entryId: String(rows[n]?.['id']),
  }));
};

const insertVersion = async (
  world: World,
  region: Region,
  { caseId, assessmentId, texts }: Omit<PlacedCase, 'versionId' | 'members'>,
  headKey: number,
): Promise<string> => {
  const authorOf = ({ author }: Text) => ({
    personId: region.people[author].id,
    name: placeOf(author).name,
    profession: placeOf(author).profession,
    agencyFi: null,
    agencySv: null,
  });
  const head = {
    number: 'R-1',
    childName: 'Aino Virtanen',
    birthDate: '2013-05-02',
    trigger: 'contact',
    beganOn: '2026-01-07',
    readyDueOn: '2026-04-07',
  };
  const { rows } = await world.superuser(
    `insert into assessment_versions (assessment_id, case_id, acl_key, version, hash, head, signed_at)
     values ($1, $2, $3, 1, repeat('0', 64), $4, now()) returning id`,
    [assessmentId, caseId, headKey, head],
  );
  const versionId = String(rows[0]?.['id']);
  await world.superuser(
    `insert into version_parts (version_id, case_id, acl_key, position, kind, entry_id, content, hash)
     select $1, $2, key, n, 'dissent', entry, content, repeat('0', 64)
     from jsonb_to_recordset($3) as x (key bigint, n int, entry uuid, content jsonb)`,
    [
      versionId,
      caseId,
      JSON.stringify(
        texts.map(({ aclKey, entryId, word, text }, n) => ({
          key: aclKey,
          n,
          entry: entryId,
          content: {
            entryId,
            authors: [authorOf(text)],
            about: null,
            aboutName: null,
            parentId: null,
            dataClass: text.dataClass,
            writtenAt: inDays(0),
            fields: { narrative: word },
          },
        })),
      ),
    ],
  );
  return versionId;
};

/** The case of this state, with a text under every audience, or under these. */
export const placeCase = async (
  world: World,
  region: Region,
  state: State,
  texts: readonly Text[] = state.byGround ? textsByGround : everyText,
): Promise<PlacedCase> => {
  // The curtain has one connection: what stands between these two is one transaction.
  await world.superuser('begin');
  let placed: PlacedCase;
  try {
    placed = await insertCase(world, region, state, texts);
  } finally {
    await world.superuser('commit');
  }
  const there = state.hides ? await hide(world, region, placed) : placed;
  await insertRowKinds(world, {
    caseId: there.caseId,
    assessmentId: there.assessmentId,
    affiliationId: String(region.people.responsible.affiliationId),
    personId: region.people.responsible.id,
    texts: there.texts,
  });
  return there;
};

/** Turvakielto is set as it is on the page: what there is goes to other audiences, under which it is looked for then. */
const hide = async (world: World, region: Region, placed: PlacedCase): Promise<PlacedCase> => {
  const { caseId, texts } = placed;
  await region.people.responsible.do(changeWhereabouts, {
    params: { caseId },
    body: { ...place, version: 1, nonDisclosure: true },
  });
  const { rows } = await world.superuser('select id, acl_key::int as key from entries where case_id = $1', [
    caseId,
  ]);
  const keys = new Map(rows.map((row) => [String(row['id']), Number(row['key'])]));
  return { ...placed, texts: texts.map((one) => ({ ...one, aclKey: keys.get(one.entryId) ?? 0 })) };
};

const insertCase = async (
  world: World,
  region: Region,
  state: State,
  chosen: readonly Text[],
): Promise<PlacedCase> => {
  const { rows } = await world.superuser(
    `with c as (insert into cases (acl_key, owner_agency_id, number, child_name, child_given_name, birth_date, languages, opened_at, opened_by, closed_at)
       values (1, $1, $2, 'Aino Virtanen', 'Aino', '2013-05-02', '{fi}', now(), $3, $4) returning id),
     s as (insert into streams (id, kind) select id, 'case' from c)
     select id from c`,
    [
      region.agencyIds.home,
      `R-2026-${randomUUID()}`,
      region.people.responsible.affiliationId,
      state.closed ? inDays(-1) : null,
    ],
  );
  const caseId = String(rows[0]?.['id']);
  // The case's own audience is not the first there is.
  await keysOf(world, region, caseId, [
    { ...theHead, scope: 'private', family: 'none', authors: ['teacher'] },
  ]);
  const [head = 0] = await keysOf(world, region, caseId, [theHead]);
  await world.superuser(`update cases set acl_key = $2 where id = $1`, [caseId, head]);
  const members = await insertMembers(world, region, caseId);
  await insertGrounds(world, region, caseId, head, state);
  const assessment = await world.superuser(
    `insert into assessments (case_id, acl_key, owner_agency_id, template_id, trigger, began_on, decision_due_on, ready_due_on, opened_at, opened_by)
     select $1, $2, $3, id, 'contact', '2026-01-07', '2026-01-20', '2026-04-07', now(), $4 from assessment_templates limit 1 returning id`,
    [caseId, head, region.agencyIds.home, region.people.responsible.affiliationId],
  );
  const assessmentId = String(assessment.rows[0]?.['id']);
  await world.superuser(
    `insert into whereabouts (case_id, acl_key, owner_agency_id, data_class, non_disclosure, address, municipality, school)
     values ($1, access.audience_key($1, $2, 'safety', 'everyone', '{}', 'none', '{}', '{}'), $2, 'safety', false, $3, $4, $5)`,
    [caseId, region.agencyIds.home, place.address, place.municipality, place.school],
  );
  const texts = await insertTexts(world, region, caseId, assessmentId, chosen);
  const versionId = await insertVersion(world, region, { caseId, assessmentId, texts }, head);
  return { caseId, assessmentId, versionId, texts, members };
};
