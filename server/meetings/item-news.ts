// What is new in the cases of an agenda since each was last discussed: of what the reader may read (ring 1 names the keys, ring 2 is
// asked by the query), and of the cases in whose home team they are.
import { sql } from 'kysely';
import { type ItemNews, newsKinds } from '../../shared/agenda-news.ts';
import { readableKeys } from '../access/rules.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Found, FoundItem } from './find-meeting.ts';

type Row = {
  id: string;
  since: Date;
  discussed: boolean;
  entries: number;
  steps_done: number;
  steps_open: number;
  steps_late: number;
  met_on: string | null;
};

/** Still to be discussed, or being discussed: what was said then is no news any more. */
export const newsItems = ({ state, items }: Found): FoundItem[] =>
  state === 'planned' || state === 'open'
    ? items.filter(({ part, row }) => part === 'team' && (row.state === 'planned' || row.state === 'current'))
    : [];

export const readItemNews = async (tx: Tx, { who, at }: Found, items: FoundItem[]): Promise<ItemNews[]> => {
  if (items.length === 0) return [];
  const keys = items.flatMap(({ facts }) => readableKeys(facts, who, at.getTime()));
  const held = (column: string) => sql`${sql.ref(column)} = any(${keys}::bigint[])`;
  const { rows } = await sql<Row>`
    select i.id, n.since, n.discussed, e.entries, e.met_on, s.steps_done, s.steps_open, s.steps_late
    from unnest(${items.map(({ row }) => row.id)}::uuid[], ${items.map(({ row }) => row.case_id)}::uuid[]) i (id, case_id)
      join cases c on c.id = i.case_id and ${held('c.acl_key')}
      cross join lateral (
        select coalesce(max(p.closed_at), c.opened_at) as since, max(p.closed_at) is not null as discussed
        from agenda_items p where p.case_id = i.case_id and p.state = 'discussed' and ${held('p.acl_key')}) n
      cross join lateral (
        select count(*) filter (where x.kind = any(${[...newsKinds]}::text[]) and x.shared_at > n.since)::int as entries,
          nullif(max(x.fields -> 'heardOn' ->> 'text') filter (where x.kind = 'child-view'), '') as met_on
        from entries x where x.case_id = i.case_id and x.state <> 'draft' and ${held('x.acl_key')}) e
      cross join lateral (
        select count(*) filter (where x.state = 'done' and x.changed_at > n.since)::int as steps_done,
          count(*) filter (where x.state = 'open')::int as steps_open,
          count(*) filter (where x.state = 'open' and x.due_on < ${dayOf(at)}::date)::int as steps_late
        from steps x where x.case_id = i.case_id and ${held('x.acl_key')}) s`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    since: row.since.toISOString(),
    discussed: row.discussed,
    entries: row.entries,
    stepsDone: row.steps_done,
    stepsOpen: row.steps_open,
    stepsLate: row.steps_late,
    metOn: row.met_on,
  }));
};
