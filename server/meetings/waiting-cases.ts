// Cases that propose themselves for a team's meeting: of the reader's own home teams, open, and not discussed for as many weeks as is
// set. Whatever is to be discussed before then, or then, waits for nothing.
import { sql } from 'kysely';
import type { WaitingCase } from '../../shared/agenda-news.ts';
import type { AllRights } from '../access/reading-all.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Found } from './find-meeting.ts';

const weekMs = 7 * 86_400_000;

type Row = {
  id: string;
  number: string;
  child_given_name: string;
  since: Date;
  discussed: boolean;
};

/** While its agenda is built, for whoever is in the team. */
export const mayWait = ({ row, state, inTeam }: Found): boolean =>
  row.team_id !== null && state === 'planned' && inTeam;

/** @param weeks after how many a case has waited */
export const readWaitingCases = async (
  tx: Tx,
  { row: meeting, at }: Found,
  { cases, opens }: AllRights,
  weeks: number,
): Promise<WaitingCase[]> => {
  const own = [...cases].filter(([, { viewer }]) => viewer.home && !viewer.closed).map(([id]) => id);
  if (own.length === 0) return [];
  const { rows } = await sql<Row>`
    select c.id, c.number, c.child_given_name, n.since, n.discussed
    from cases c cross join lateral (
      select coalesce(max(p.closed_at), c.opened_at) as since, max(p.closed_at) is not null as discussed
      from agenda_items p where p.case_id = c.id and p.state = 'discussed' and ${opens('p.acl_key')}) n
    where c.id = any(${own}::uuid[]) and ${opens('c.acl_key')} and c.owner_agency_id = ${meeting.agency_id}
      and n.since <= ${new Date(at.getTime() - weeks * weekMs)}
      and not exists (select from agenda_items i join meetings m on m.id = i.meeting_id
        where i.case_id = c.id and ${opens('i.acl_key')}
          and (m.id = ${meeting.id} and i.state <> 'withdrawn'
            or i.state in ('planned', 'current') and m.state in ('planned', 'open') and m.starts_at <= ${meeting.starts_at}))
    order by n.since, c.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    caseNumber: row.number,
    childGivenName: row.child_given_name,
    since: row.since.toISOString(),
    discussed: row.discussed,
  }));
};
