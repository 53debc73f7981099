// Services with their teams, people of a school who ask, and requests that wait: as the commands leave them behind.
import type { Copy } from './region.ts';
import { withClient } from './region.ts';

export type Asked = { readonly id: string; readonly service: number; readonly asker: number };
export type ConsultationData = {
  /** By number: first the teams, service by service, then those who ask. */
  readonly sessions: readonly string[];
  readonly requests: readonly Asked[];
};

/** Somebody asks no more than so many at a time. */
const asksEach = 10;

export const benchToken = (person: number): string => `advice-${person}`;
export const serviceOf = (person: number, services: number): number => person % services;

const statements = (watchers: number, services: number, requests: number): string => `
  set session_replication_role = replica;
  create temp table w as select uuidv7() as home, uuidv7() as school;
  insert into agencies (id, kind, name_fi, name_sv, municipality, region)
  select home, 'child-protection', 'Neuvova virasto', 'Rådgivande verket', 'Meriniemi', 'Rannikko' from w
  union all select school, 'education', 'Kysyvä koulu', 'Frågande skolan', 'Meriniemi', 'Rannikko' from w;
  create temp table p as select n, uuidv7() as id, uuidv7() as affiliation_id, n < ${watchers} as answers
  from generate_series(0, ${watchers + Math.ceil(requests / asksEach) - 1}) n;
  insert into people (id, sign_in_name, name, given_name, local_key)
  select id, 'advice.' || n, 'Henkilö ' || n, 'Henkilö', sha256(id::text::bytea) from p;
  insert into affiliations (id, person_id, agency_id, profession, starts_at)
  select affiliation_id, p.id, case when answers then home else school end, case when answers then 'social-worker' else 'special-teacher' end, now() - interval '1 year' from p, w;
  insert into sessions (person_id, affiliation_id, token_hash, created_at, active_at, expires_at)
  select id, affiliation_id, sha256(convert_to('advice-' || n, 'UTF8')), now(), now() + interval '1 hour', now() + interval '11 hours' from p;
  create temp table s as select n, uuidv7() as id from generate_series(0, ${services - 1}) n;
  insert into services (id, agency_id, kind, name_fi, name_sv, advises_fi, advises_sv, areas, languages, takes_anonymous, takes_named, checklist, days_ordinary, days_soon, days_urgent, added_at)
  select id, home, 'child-protection', 'Neuvonta ' || n, 'Rådgivning ' || n, 'Neuvoo.', 'Ger råd.', '{worry-about-home}', '{fi}', true, true, 'none', 5, 2, 0, now() from s, w;
  insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
  select s.id, p.id, p.affiliation_id, 'expert', now() - interval '1 year', p.affiliation_id from p join s on s.n = p.n % ${services} where answers;
  create temp table c as select n, uuidv7() as id, n % ${services} as service, ${watchers} + n / ${asksEach} as asker from generate_series(0, ${requests - 1}) n;
  insert into consultations (id, number, asker_id, asker_affiliation_id, service_id, state, anonymous, urgency, language, area, question, supports, absence_hours, consent, received_at, due_on, changed_at)
  select c.id, 'K-2026-' || lpad(c.n::text, 6, '0'), p.id, p.affiliation_id, s.id, 'sent', true, (array['ordinary', 'ordinary', 'soon'])[1 + c.n % 3], 'fi', 'worry-about-home',
    'Oppilas on väsynyt ja puhuu kotona olevista riidoista. Poissaoloja on kertynyt, ja aamuisin lähtö on vaikeaa. Miten otan asian puheeksi huoltajien kanssa?',
    '[]', '[]', '', now() - interval '1 day', current_date + 2 + c.n % 5, now() - interval '1 day'
  from c join p on p.n = c.asker join s on s.n = c.service;
  insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at)
  select c.id, 'send', 'sent', p.id, p.affiliation_id, now() - interval '1 day' from c join p on p.n = c.asker;
  reset session_replication_role;
  vacuum analyze consultations; analyze consultation_history; analyze service_members; analyze services; analyze people; analyze affiliations; analyze sessions;
  create table floor_heads (id uuid primary key, service int not null, rev int not null, head jsonb not null);
  create index on floor_heads (service)`;

export const addConsultations = (
  copy: Copy,
  watchers: number,
  services: number,
  requests: number,
): Promise<ConsultationData> =>
  withClient(copy.superuserUrl, async (client) => {
    for (const statement of statements(watchers, services, requests).split(/;\s+/))
      await client.query(statement);
    const asked = await client.query<Asked>('select id, service, asker from c order by n');
    const sessions = await client.query<{ id: string }>(
      'select x.id from p join sessions x on x.person_id = p.id order by p.n',
    );
    return { requests: asked.rows, sessions: sessions.rows.map(({ id }) => id) };
  });

/** For the floor: the heads as the product answers with them, so that it sends as many bytes. */
export const keepHeads = (copy: Copy, data: ConsultationData, head: unknown): Promise<void> =>
  withClient(copy.superuserUrl, async (client) => {
    await client.query(
      `insert into floor_heads (id, service, rev, head) select id, service, 0, $3::jsonb || jsonb_build_object('id', id)
       from unnest($1::uuid[], $2::int[]) t (id, service)`,
      [data.requests.map(({ id }) => id), data.requests.map(({ service }) => service), JSON.stringify(head)],
    );
    await client.query('vacuum analyze floor_heads');
  });
