// What the database's own catalog says of every table and function: a new table without a decision fails here.
import { expect, test } from 'vitest';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const rows = async <T>(query: string): Promise<T[]> => (await world.superuser(query)).rows as T[];

/** Tables of no case, with the reason why row-level security has nothing to say there. */
const noCaseData: Record<string, string> = {
  agencies: 'organisations: public to everybody who signs in',
  affiliations: 'who works where, in which profession: the directory of professionals',
  teams: 'teams of an agency: the directory of professionals',
  team_members: 'as teams',
  credentials: 'read before there is an actor; by the session code alone',
  sessions: 'read before there is an actor; hashes of tokens only',
  sign_in_failures: 'read before there is an actor; hashes only',
  rules: 'settings of law and practice, public',
  assessment_templates: 'names of life areas, public',
};
/** Not of the server: the list of what was migrated. */
const notServed = new Set(['schema_migration']);

const serving = `('rinki_app', 'rinki_gateway', 'rinki_jobs')`;
const tables = () =>
  rows<{ name: string; on: boolean; forced: boolean; partition: boolean }>(
    `select relname as name, relrowsecurity as "on", relforcerowsecurity as forced, relispartition as partition
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
  );

test('every table has row-level security in force, or is of no case for a written reason', async () => {
  const all = (await tables()).filter((t) => !t.partition && !notServed.has(t.name));
  const open = all.filter((t) => !(t.on && t.forced)).map((t) => t.name);
  expect(open).toEqual(Object.keys(noCaseData).sort());
});

test('a partition, which has no policies of its own, is reached by no role that serves', async () => {
  const reached = await rows(
    `select c.relname, g.grantee from pg_class c join information_schema.role_table_grants g on g.table_name = c.relname
     where c.relispartition and g.grantee in ${serving}`,
  );
  expect(reached).toEqual([]);
});

test('a table with a column of a case, an audience or a family member’s data is never among those without rows’ security', async () => {
  const found = await rows<{ name: string }>(
    `select distinct table_name as name from information_schema.columns
     where table_schema = 'public' and column_name in ('case_id', 'acl_key', 'assessment_id', 'entry_id', 'stream_id')
       and table_name = any (array[${Object.keys(noCaseData)
         .map((name) => `'${name}'`)
         .join(', ')}])`,
  );
  expect(found).toEqual([]);
});

test('what has an audience and a case has the audience of that case', async () => {
  const loose = await rows<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.columns d on d.table_name = c.table_name and d.table_schema = 'public' and d.column_name = 'case_id'
     where c.table_schema = 'public' and c.column_name = 'acl_key' and c.table_name <> 'audiences' and not exists (
       select from pg_constraint k where k.conrelid = c.table_name::regclass and k.confrelid = 'audiences'::regclass
         and cardinality(k.conkey) = 2 and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'case_id'))`,
  );
  expect(loose).toEqual([]);
});

/** Rows of these never tell that an agency takes part which would tell where the child is. */
const neverWithheld: Record<string, string> = {
  cases: 'the home agency’s',
  custody_changes: 'the home team’s alone',
  relations: 'the home agency’s',
  agenda_items: 'the home team’s alone',
  memo_sections: 'the home agency’s; an agency’s own part is its own',
  memo_parts: 'the home agency’s; an agency’s own part is its own',
  memo_versions: 'the home agency’s; an agency’s own part is its own: signatures are asked by themselves',
  whereabouts: 'the home agency’s, and of the class `safety` always',
  assessments: 'the home agency’s',
  assessment_versions: 'the home agency’s: its parts and signatures are asked by themselves',
  entry_alternatives: 'its authors’ alone',
  entry_history: 'its authors’ alone',
  withheld_rows: 'of the doors alone',
};

test('what has an audience is withheld under turvakielto, or never tells where the child is, for a written reason', async () => {
  const found = await rows<{ name: string; withheld: boolean }>(
    `select distinct c.relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'withhold') as withheld
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.confrelid = 'audiences'::regclass and c.relname not in ('audiences', 'acl_members') order by 1`,
  );
  expect(found.filter((t) => !t.withheld).map((t) => t.name)).toEqual(Object.keys(neverWithheld).sort());
});

test('what has an audience is in the disclosure log, whatever table it lies in', async () => {
  const found = await rows<{ name: string; key: string }>(
    `select distinct c.relname as name, a.attname as key from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname like '%acl_key'
     where k.confrelid = 'audiences'::regclass and c.relname not in ('audiences', 'acl_members') order by 1, 2`,
  );
  const [door] = await rows<{ source: string }>(
    `select prosrc as source from pg_proc where oid = 'access.disclosable'::regproc`,
  );
  expect(found.length).toBeGreaterThan(12);
  for (const { name, key } of found)
    expect(door?.source, `${name}.${key}: a new migration makes access.disclosable anew`).toMatch(
      new RegExp(`r\\.${key}, .* from ${name} r`),
    );
});

test('roles that serve own nothing, bypass nothing, cannot sign in and cannot become the access role', async () => {
  expect(
    await rows(`select rolname from pg_roles where rolname in ${serving} and (rolbypassrls or rolsuper or rolcanlogin
      or rolcreaterole or pg_has_role(rolname, 'rinki_access', 'member'))`),
  ).toEqual([]);
  expect(
    await rows(`select relname from pg_class where relowner in (select oid from pg_roles where rolname in ${serving})
      union all select proname from pg_proc where proowner in (select oid from pg_roles where rolname in ${serving})`),
  ).toEqual([]);
  const [login] = await rows<{ owner: boolean; bypasses: boolean }>(
    `select pg_has_role('rinki_server', 'rinki_access', 'member') as owner, rolbypassrls or rolsuper as bypasses
     from pg_roles where rolname = 'rinki_server'`,
  );
  expect(login).toEqual({ owner: false, bypasses: false });
});

test('logs are only added to, and what is signed never changes', async () => {
  const immutable = `('access_log', 'disclosure_log', 'command_log', 'assessment_versions', 'version_parts', 'signatures', 'entry_history', 'activities', 'consultation_messages', 'consultation_history', 'consultation_grounds', 'consultation_outcomes', 'consultation_follow_ups', 'consultation_escalations', 'consultation_namings', 'document_updates', 'document_clients', 'consultation_transfers', 'welfare_notifications', 'welfare_notification_steps', 'welfare_notification_origins', 'joint_answer_texts', 'joint_answer_authors', 'consultation_attachments', 'consultation_attachment_bytes', 'meeting_moves', 'meeting_templates', 'step_moves', 'memo_versions', 'memo_signatures', 'memo_transfers')`;
  const found = await rows<{ name: string; grantee: string; what: string }>(
    `select table_name as name, grantee, privilege_type as what from information_schema.role_table_grants
     where table_name in ${immutable} and grantee in ${serving} and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
  );
  expect(found).toEqual([]);
});

test('nothing is open to everybody, and no role that serves makes or drops anything', async () => {
  expect(
    await rows(`select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace = 'access'::regnamespace and a.grantee = 0`),
  ).toEqual([]);
  expect(
    await rows(`select n.nspname, r.rolname from pg_namespace n, pg_roles r where n.nspname in ('public', 'app', 'access')
      and r.rolname in ('rinki_app', 'rinki_gateway', 'rinki_jobs', 'rinki_access') and has_schema_privilege(r.oid, n.oid, 'create')`),
  ).toEqual([]);
});

test('every function that acts as the access role finds its tables by itself, and is one we know', async () => {
  const found = await rows<{ name: string; path: string[] | null; open: boolean }>(
    `select p.proname as name, p.proconfig as path, has_function_privilege('rinki_app', p.oid, 'execute') as open
     from pg_proc p where p.prosecdef and p.pronamespace in ('access'::regnamespace, 'app'::regnamespace, 'public'::regnamespace) order by 1`,
  );
  expect(found.filter((f) => !f.path?.includes('search_path=public, pg_temp')).map((f) => f.name)).toEqual(
    [],
  );
  // Each door that the server may open asks for itself who comes: the doors are tested one by one beside this file.
  expect(found.filter((f) => f.open).map((f) => f.name)).toEqual([
    'accept_handover',
    'accept_membership',
    'acts',
    'add_attachment',
    'add_member',
    'administers',
    'administers_agency',
    'agenda_frame',
    'answer_visit',
    'arranges_case',
    'begin_joint_answer',
    'begin_section',
    'begin_withholding',
    'beside_absence_now',
    'beside_meeting',
    'break_glass',
    'breaks_glass',
    'bundle_agencies',
    'bundle_carried',
    'bundle_readers',
    'case_facts',
    'cases_of_affiliations',
    'cases_to_cover',
    'change_item',
    'change_meeting',
    'change_membership',
    'change_visit',
    'child_heard',
    'close_handover',
    'come_in',
    'consultation_stand_ins',
    'convene_meeting',
    'correct_memo',
    'decline_membership',
    'document_access_changed',
    'earlier_sections',
    'end_absence',
    'end_affiliations',
    'end_break_glass',
    'end_membership',
    'end_series',
    'end_service',
    'end_service_member',
    'end_wall',
    'end_withholding',
    'family_of_case',
    'find_for_break_glass',
    'follow_entry',
    'follow_up_consultation',
    'freeze_entries',
    'give_reason',
    'glass_to_review',
    'glass_uses',
    'glass_watchers',
    'go_out',
    'guests_of_case',
    'held_consultations',
    'hold_consultation',
    'hold_meeting',
    'holds',
    'in_team',
    'intern_audience',
    'invitable_experts',
    'invite_to_item',
    'is_staffed',
    'item_part',
    'joint_answers_of',
    'joint_answers_of_absent',
    'joint_answers_of_service',
    'keep_joint_answer',
    'keeps_own_memo',
    'known_guest',
    'leave_membership',
    'load_of',
    'log_disclosures',
    'log_new_disclosures',
    'look_at_guest_link',
    'look_at_wall',
    'make_wall',
    'mark_consultation_transferred',
    'meeting_part',
    'memo_readers',
    'memo_sections_beside',
    'move_meeting',
    'my_invitations',
    'my_services',
    'name_consultation',
    'naming_readers',
    'notice_likely_duplicates',
    'of_own_agency',
    'offer_handover',
    'open_case',
    'order_agenda',
    'own_epochs',
    'own_header',
    'own_heard',
    'own_heard_of',
    'own_visits',
    'pair_wall',
    'people_answering',
    'people_beside_notification',
    'person_by_sign_in_name',
    'put_on_agenda',
    'rate_heard',
    'read_whole_log',
    'reads_joint_answer',
    'reads_memo_section',
    'record_absence',
    'record_consultation_outcome',
    'record_ground',
    'record_vital_interest',
    'release_thought',
    'remove_attachment',
    'rescue_text',
    'review_break_glass',
    'reviews_break_glass',
    'reviews_use',
    'say_coming',
    'send_bundle',
    'send_consultation',
    'send_welfare_notification',
    'service_figures',
    'service_speeds',
    'set_service_member',
    'sides_beside',
    'sides_beside_absent',
    'sign_memo',
    'stands_in_for',
    'step_consultation',
    'step_welfare_notification',
    'take_first_password',
    'take_into_record',
    'take_request_into_case',
    'takes_part',
    'team_figures',
    'team_heard',
    'team_loads',
    'thaw_entries',
    'took_part',
    'transfer_memo',
    'unsigned_memos',
    'use_guest_link',
    'visits_changed_now',
    'visits_now',
    'wall_agenda',
    'wall_items',
    'wall_keys',
    'wall_of',
    'wall_present',
    'wall_shows',
    'welfare_handling',
    'who_comes',
    'who_has_read',
    'withdraw_bundle',
    'withdraw_ground',
    'withdraw_own_consent',
    'writes_joint_answer',
    'writes_memo_section',
  ]);
});

test('without a person nobody’s rows are seen, by any role that serves a request', async () => {
  const secured = (await tables()).filter((t) => t.on && !t.partition).map((t) => t.name);
  const readable: string[] = [];
  for (const name of secured) {
    const { rows: found } = await world.superuser(
      `select has_table_privilege('rinki_app', $1, 'select') as may`,
      [name],
    );
    if (found[0]?.['may']) readable.push(name);
  }
  expect(readable.length).toBeGreaterThan(10);
  for (const name of readable) {
    const caseless = { people: 'where family', streams: `where kind = 'case'` }[name] ?? '';
    expect(await world.write('', `select from ${name} ${caseless} limit 1`), name).toEqual([]);
  }
});
