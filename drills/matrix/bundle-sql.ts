// Pieces of statements about what goes along.

export const narrative = (of = 'situation', rev = 0) =>
  `jsonb_build_array(jsonb_build_object('name', 'narrative', 'rev', (select (fields -> 'narrative' ->> 'rev')::int + ${rev} from entries where id = <${of}>)))`;
export const entry = (of = 'situation', fields = narrative(of)) =>
  `jsonb_build_object('kind', 'entry', 'sourceId', <${of}>, 'fields', ${fields})`;
/** Where the statement itself could not look it up. */
export const asWritten = `'[{"name": "narrative", "rev": 1}]'::jsonb`;
export const child = `jsonb_build_object('kind', 'child')`;
export const agencies = 'access.bundle_agencies(<bundle request>)';
export const send = (
  items = entry(),
  { days = 7, to = agencies, caseId = '<case>', request = '<bundle request>' } = {},
) => `select access.send_bundle(${caseId}, ${request}, ${days}, jsonb_build_array(${items}), ${to})`;
export const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
export const text = (sql: string) => `update entries set ${sql} where id = <situation>`;
/** The text moves to an audience like its own but for this. */
export const audience = (sql: string, of = 'situation') =>
  `insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900000) || (${sql}))).*
     from audiences d join entries e on e.acl_key = d.acl_key where e.id = <${of}>;
   insert into acl_members (acl_key, person_id, affiliation_id, valid) values (900000, <sender>, <sender@>, '(,)'),
     (900000, <colleague in the case>, <colleague in the case@>, '(,)');
   update entries e set acl_key = 900000, data_class = d.data_class, owner_agency_id = d.owner_agency_id from audiences d where e.id = <${of}> and d.acl_key = 900000`;
export const noGround = `update grounds set valid = tstzrange(lower(valid), now() - interval '1 second') where case_id = <case> and to_agency_id = <hospital>`;
export const anotherBundle = `'00000000-0000-7000-8000-000000000008'::uuid`;
