// What lies in a case besides texts, each under every audience too: a row of each kind, so that a policy of any table
// that lets go is seen.
import type { World } from '../../server/testing/open-world.ts';

type Under = {
  readonly caseId: string;
  readonly assessmentId: string;
  readonly affiliationId: string;
  readonly personId: string;
  readonly texts: readonly { readonly aclKey: number; readonly entryId: string }[];
};

const perAudience = [
  `insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, created_at)
   select $1, key, d.owner_agency_id, d.data_class, 'close', 'X', 'x', now() from given join audiences d on d.acl_key = key`,
  `insert into activities (case_id, acl_key, at, person_id, kind) select $1, key, now(), $4, 'x' from given`,
  `insert into contributions (case_id, assessment_id, acl_key, area, contributor_ids, affiliation_id, asked_by, asked_at, status)
   select $1, $2, key, 'friends', array[$4]::uuid[], $3, $3, now(), 'withdrawn' from given`,
  `insert into custody_changes (case_id, acl_key, relation_id, custody, power_classes, basis, recorded_at)
   select $1, key, (select id from relations where case_id = $1 limit 1), 'joint', '{}', 'x', now() from given`,
  `insert into assessment_versions (assessment_id, case_id, acl_key, version, hash, head, signed_at)
   select $2, $1, key, 1000 + row_number() over (), 'x', '{}', now() from given`,
  `insert into signatures (version_id, case_id, acl_key, person_id, affiliation_id, name, profession, hash, signed_at)
   select distinct v.id, v.case_id, v.acl_key, $4::uuid, $3::uuid, 'X', 'social-worker', 'x', now()
   from given join assessment_versions v on v.acl_key = key and v.case_id = $1 and v.version >= 1000`,
  `insert into entry_alternatives (entry_id, acl_key, field, device, body, created_at, updated_at)
   select entry, key, 'narrative', 'laptop0001', 'x', now(), now() from given`,
  `insert into entry_history (entry_id, acl_key, field, body, why, at) select entry, key, 'narrative', 'x', 'x', now() from given`,
];

/** Adds a row of each kind under each audience. */
export const insertRowKinds = async (world: World, under: Under): Promise<void> => {
  for (const statement of perAudience) {
    await world.superuser(
      // Each statement uses some of the parameters; this names them all, with their types.
      `with given as (select key, entry from jsonb_to_recordset($5) as x (key bigint, entry uuid)
         where num_nulls($1::uuid, $2::uuid, $3::uuid, $4::uuid) = 0)
       ${statement}`,
      [
        under.caseId,
        under.assessmentId,
        under.affiliationId,
        under.personId,
        JSON.stringify(under.texts.map(({ aclKey, entryId }) => ({ key: aclKey, entry: entryId }))),
      ],
    );
  }
};

/** Every table whose rows have an audience, from the database's own catalog: a new one is walked without being named. */
export const tablesWithAudience = async (world: World): Promise<string[]> => {
  const { rows } = await world.superuser(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'acl_key' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('acl_members', 'events') order by 1`,
  );
  return rows.map((row) => String(row['name']));
};
