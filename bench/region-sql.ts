// The statements that fill a migrated database with a small region: 200 professionals, cases of six members, thirty
// contributions a case. Set-based, in the form that the commands leave behind; both rings hold on the result.
import { lifeAreas } from '../shared/vocabulary.ts';
import { sentences } from './life-like-text.ts';

export type RegionSize = { readonly cases: number; readonly contributionsPerCase: number };

/** What the issue calls a small region. */
export const smallRegion: RegionSize = { cases: 5_000, contributionsPerCase: 30 };
export const professionals = 200;
/** Sign-ins for each professional: as many browsers, so that no one of them meets the limit meant for one. */
export const sessionsEach = 8;

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (texts: readonly string[]): string => `array[${texts.map(quote).join(', ')}]`;

/** Repeatable: the same number and salt give the same draw. */
const draw = (of: string, salt: string, span: number): string =>
  `(abs(hashint8extended((${of})::bigint, hashtext('${salt}'))) % ${span})`;

const agencies = `
  create temp table g as select n, uuidv7() as id,
    case when n = 1 then 'child-protection' when n <= 11 then 'education' else 'psychiatry' end as kind
  from generate_series(1, 13) n;
  insert into agencies (id, kind, name_fi, name_sv, municipality, region)
  select id, kind, 'Yksikkö ' || n, 'Enhet ' || n, case when n % 2 = 0 then 'Lillby' else 'Meriniemi' end, 'Rannikko' from g`;

const people = `
  create temp table p as select n, uuidv7() as id, uuidv7() as affiliation_id,
    case when n <= 100 then 1 when n <= 150 then 2 + n % 10 else 12 + n % 2 end as agency,
    case when n <= 100 then 'social-worker' when n <= 150 then 'special-teacher' else 'psychiatric-nurse' end as profession
  from generate_series(1, ${professionals}) n;
  insert into people (id, sign_in_name, name, given_name, language, local_key)
  select id, 'worker.' || n, 'Työntekijä ' || n, 'Työntekijä', 'fi', sha256(id::text::bytea) from p;
  insert into affiliations (id, person_id, agency_id, profession, starts_at)
  select affiliation_id, p.id, g.id, p.profession, now() - interval '3 years' from p join g on g.n = p.agency`;

/** One row for each case: whose it is, and its four professionals by number. */
const cases = (size: RegionSize): string => `
  create temp table c as
  select n, uuidv7() as id, uuidv7() as child_id, uuidv7() as guardian_id, uuidv7() as assessment_id,
    now() - make_interval(days => 20 + ${draw('n', 'age', 300)}::int) as opened_at,
    1 + n % 100 as w1, 1 + (n + 37) % 100 as w2, 101 + n % 50 as w3, 151 + n % 50 as w4
  from generate_series(1, ${size.cases}) n;
  insert into people (id, sign_in_name, name, given_name, family, language, local_key)
  select child_id, 'child.' || n, 'Lapsi ' || n, 'Lapsi', true, 'fi', sha256(child_id::text::bytea) from c
  union all select guardian_id, 'guardian.' || n, 'Huoltaja ' || n, 'Huoltaja', true, 'fi', sha256(guardian_id::text::bytea) from c;
  create temp table m as
  select c.n, x.place, coalesce(p.id, x.family) as person_id, p.affiliation_id, g.id as agency_id, g.kind, x.role
  from c cross join lateral (values (1, w1, null::uuid, 'responsible'), (2, w2, null, 'working-pair'), (3, w3, null, 'visiting'),
    (4, w4, null, 'visiting'), (5, null, child_id, 'child'), (6, null, guardian_id, 'guardian')) as x (place, worker, family, role)
  left join p on p.n = x.worker left join g on g.n = p.agency;
  insert into cases (id, acl_key, owner_agency_id, number, child_name, child_given_name, birth_date, languages, opened_at, opened_by)
  select c.id, 1, m.agency_id, 'R-2026-' || lpad(c.n::text, 6, '0'), 'Lapsi ' || c.n, 'Lapsi',
    date '2010-01-01' + ${draw('c.n', 'birth', 4000)}::int, array['fi'], c.opened_at, m.affiliation_id
  from c join m on m.n = c.n and m.place = 1;
  insert into streams (id, kind, head_seq) select id, 'case', 0 from c;
  create index on c (n); create index on m (n, place); analyze c; analyze m; analyze p; analyze g`;

const allFamily = `'all', '{}'::uuid[]`;

/** Interned as access.intern_audience would: sorted, each once. `what` names its use. */
const audiences = `
  create temp table d as
  select nextval(pg_get_serial_sequence('audiences', 'acl_key')) as acl_key, c.id as case_id, c.n, x.*
  from c join m h on h.n = c.n and h.place = 1 join m t on t.n = c.n and t.place = 3 join m u on u.n = c.n and u.place = 4
  cross join lateral (
    select 'open' as what, 0 as place, h.agency_id as owner, 'coordination' as class, 'everyone' as scope, '{}'::uuid[] as to_agencies,
      ${allFamily}, '{}'::uuid[] as authors, false as participation
    union all select 'where', 0, h.agency_id, 'safety', 'everyone', '{}', 'none', '{}'::uuid[], '{}', false
    union all select 'member', place, coalesce(m.agency_id, h.agency_id), 'coordination', 'everyone', '{}', ${allFamily}, '{}', true
      from m where m.n = c.n and m.place in (1, 3, 4)
    union all select 'ground', pair.n, h.agency_id, 'coordination', 'agencies',
      (select array_agg(a order by a) from unnest(array[pair.a, pair.b]) a), ${allFamily}, '{}', false
      from (values (1, h.agency_id, t.agency_id), (2, h.agency_id, u.agency_id), (3, t.agency_id, u.agency_id)) as pair (n, a, b)
    union all select w.what, m.place, m.agency_id,
      case m.kind when 'education' then 'education' when 'psychiatry' then 'health' else 'social' end, w.scope, '{}', w.family, '{}',
      array[m.person_id], false
      from m cross join (values ('shared', 'everyone', 'none'), ('told', 'everyone', 'all'), ('own', 'agency', 'none'), ('draft', 'private', 'none')) as w (what, scope, family)
      where m.n = c.n and m.place <= 4 and (w.what <> 'own' or m.place <= 2)
  ) as x (what, place, owner, class, scope, to_agencies, family_scope, family_ids, authors, participation);
  create index on d (n, what, place);
  insert into audiences (acl_key, case_id, owner_agency_id, data_class, scope, agency_ids, family_scope, family_ids, author_ids, participation)
  overriding system value
  select acl_key, case_id, owner, class, scope, to_agencies, family_scope, family_ids, authors, participation from d;
  update cases set acl_key = d.acl_key from d where d.case_id = cases.id and d.what = 'open'`;

const around = `
  insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, opened_at)
  select c.id, d.acl_key, m.person_id, m.affiliation_id, m.role, c.opened_at, c.opened_at
  from m join c on c.n = m.n join d on d.n = m.n and d.what = 'member' and d.place = case when m.place in (3, 4) then m.place else 1 end;
  insert into grounds (case_id, acl_key, kind, given_by, from_agency_id, to_agency_id, data_classes, evidence, valid, recorded_by, recorded_at)
  select c.id, d.acl_key, 'guardian-consent', c.guardian_id, x.a, x.b, '{coordination,shared-goal,education,social,health,child-voice}',
    'Huoltaja ja lapsi suostuivat yhteisessä tapaamisessa, kirjattu sähköiseen suostumukseen.', tstzrange(c.opened_at, null), h.affiliation_id, c.opened_at
  from c join m h on h.n = c.n and h.place = 1 join m t on t.n = c.n and t.place = 3 join m u on u.n = c.n and u.place = 4
  cross join lateral (values (1, h.agency_id, t.agency_id), (1, t.agency_id, h.agency_id), (2, h.agency_id, u.agency_id), (2, u.agency_id, h.agency_id),
    (3, t.agency_id, u.agency_id), (3, u.agency_id, t.agency_id)) as x (pair, a, b)
  join d on d.n = c.n and d.what = 'ground' and d.place = x.pair;
  insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, person_id, custody, language, created_at)
  select c.id, d.acl_key, d.owner, 'coordination', 'guardian', 'Huoltaja ' || c.n, 'äiti', c.guardian_id, 'joint', 'fi', c.opened_at
  from c join d on d.n = c.n and d.what = 'open'
  union all select c.id, d.acl_key, d.owner, 'coordination', 'close', 'Isovanhempi ' || c.n, 'mummo', null, null, null, c.opened_at
  from c join d on d.n = c.n and d.what = 'open';
  insert into whereabouts (case_id, acl_key, owner_agency_id, data_class, non_disclosure, address, municipality, school)
  select c.id, d.acl_key, d.owner, 'safety', false, 'Rantakatu ' || c.n, 'Meriniemi', 'Meriniemen koulu'
  from c join d on d.n = c.n and d.what = 'where';
  insert into assessments (id, case_id, acl_key, owner_agency_id, template_id, trigger, began_on, decision_due_on, ready_due_on, opened_at, opened_by)
  select c.assessment_id, c.id, d.acl_key, d.owner, (select id from assessment_templates limit 1), 'contact', c.opened_at::date,
    c.opened_at::date + 9, c.opened_at::date + 90, c.opened_at, h.affiliation_id
  from c join d on d.n = c.n and d.what = 'open' join m h on h.n = c.n and h.place = 1`;

const texts = `
  create temp table t as
  select n, (select string_agg((${list(sentences)})[1 + ${draw('n * 16 + i', 'sentence', sentences.length)}], ' ')
    from generate_series(1, 1 + ${draw('n', 'length', 8)}) i) as body from generate_series(0, 3999) n;
  create unique index on t (n)`;

const field = (name: string, text: string): string =>
  `'${name}', jsonb_build_object('text', ${text}, 'rev', 1 + w.n % 40, 'at', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'device', substr(md5(w.n::text), 1, 16))`;
const text = (name: string, salt: string): string =>
  field(name, `(select body from t where t.n = ${draw('w.n', salt, 4000)})`);

/** Of thirty contributions two are drafts still, two for the own agency alone, six told to the family too. */
const contributions = (size: RegionSize): string => `
  create temp table w as
  select (c.n - 1) * ${size.contributionsPerCase} + i as n, uuidv7() as id, c.n as case_n, c.id as case_id, c.assessment_id, 1 + i % 4 as place,
    (${list(lifeAreas)})[1 + (i / 4) % 14] as area, c.opened_at + make_interval(hours => 8 * i) as at,
    case when i in (7, 22) then 'draft' when i in (4, 9) then 'own' when i % 5 = 0 then 'told' else 'shared' end as what
  from c cross join generate_series(1, ${size.contributionsPerCase}) i;
  analyze w; analyze d; analyze m; analyze t;
  insert into entries (id, case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, assessment_id, about, fields,
    created_at, updated_at, shared_at, version)
  select w.id, w.case_id, d.acl_key, d.owner, d.class, 'contribution', case w.what when 'draft' then 'draft' else 'shared' end, d.authors,
    m.affiliation_id, w.assessment_id, w.area, jsonb_build_object(${text('narrative', 'a')}, ${text('strengths', 'b')},
    ${field('worries', `(select body from t where t.n = ${draw('w.n', 'c', 4000)} and length(body) < 400)`)},
    ${field('scale', `(${draw('w.n', 'scale', 11)})::text`)}), w.at, w.at, case w.what when 'draft' then null else w.at end, 2
  from w join d on d.n = w.case_n and d.what = w.what and d.place = w.place join m on m.n = w.case_n and m.place = w.place;
  update entries set fields = fields - 'worries' where fields -> 'worries' ->> 'text' is null;
  insert into contributions (case_id, assessment_id, acl_key, area, contributor_ids, affiliation_id, due_on, asked_by, asked_at, opened_at, status, entry_id)
  select w.case_id, w.assessment_id, d.acl_key, w.area, array[m.person_id], m.affiliation_id, w.at::date + 14, h.affiliation_id, w.at, w.at,
    case w.what when 'draft' then 'asked' else 'shared' end, w.id
  from w join m on m.n = w.case_n and m.place = w.place join m h on h.n = w.case_n and h.place = 1
  join d on d.n = w.case_n and d.what = 'member' and d.place = case when w.place in (3, 4) then w.place else 1 end;
  insert into activities (case_id, acl_key, at, person_id, kind, object_id)
  select w.case_id, d.acl_key, w.at, m.person_id, 'entry.shared', w.id
  from w join m on m.n = w.case_n and m.place = w.place
  join d on d.n = w.case_n and d.what = w.what and d.place = w.place where w.what <> 'draft'`;

/**
 * Ring 2, by the product's own derivation, case by case. Statistics after the first hundred, as autovacuum would have
 * made them: a plan for empty tables reads all of them for every case.
 */
const derive = (which: string): string =>
  `analyze; do $$ declare v uuid; begin for v in select id from c where ${which} loop perform access.derive_case(v); end loop; end $$`;

/** The token of a session is made from its number, so that whoever drives the load can know it. */
export const sessionToken = (worker: number, browser: number): string => `bench-${worker}-${browser}`;
const sessions = `
  insert into sessions (person_id, affiliation_id, token_hash, created_at, active_at, expires_at)
  select p.id, p.affiliation_id, sha256(convert_to('bench-' || p.n || '-' || b, 'UTF8')), now(), now() + interval '1 hour', now() + interval '11 hours'
  from p cross join generate_series(1, ${sessionsEach}) b`;

/** In order, each with a name for the report of how long it took. */
export const regionSteps = (size: RegionSize): readonly (readonly [string, string])[] => [
  ['agencies', agencies],
  ['people', people],
  ['cases', cases(size)],
  ['audiences', audiences],
  ['members and grounds', around],
  ['texts', texts],
  ['contributions', contributions(size)],
  ['first derivations', derive('n <= 100')],
  ['derivation', derive('n > 100')],
  ['sessions', sessions],
];
