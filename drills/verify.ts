// What must be true after every fault: each acknowledged write is there, once; each stream has every number, once, and
// its events in the order in which they were acknowledged.
import { withClient } from '../bench/region.ts';
import type { Acknowledged } from './writers.ts';

export type Findings = {
  lost: number;
  doubled: number;
  eventsLost: number;
  eventsDoubled: number;
  eventsReordered: number;
  examples: string[];
};

export const noFindings = (): Findings => ({
  lost: 0,
  doubled: 0,
  eventsLost: 0,
  eventsDoubled: 0,
  eventsReordered: 0,
  examples: [],
});
export const areNone = (f: Findings): boolean =>
  f.lost + f.doubled + f.eventsLost + f.eventsDoubled + f.eventsReordered === 0;

type Kind = Exclude<keyof Findings, 'examples'>;

export const verify = (
  superuserUrl: string,
  caseId: string,
  { written, opened }: Acknowledged,
): Promise<Findings> =>
  withClient(superuserUrl, async (client) => {
    const findings = noFindings();
    const found = (kind: Kind, count: number, words: string) => {
      if (count <= 0) return;
      findings[kind] += count;
      if (findings.examples.length < 5) findings.examples.push(`${kind}: ${words}`);
    };
    const entries = await client.query<{ id: string; text: string | null; rev: number }>(
      `select id, fields -> 'narrative' ->> 'text' as text, coalesce((fields -> 'narrative' ->> 'rev')::int, 0) as rev
       from entries where case_id = $1`,
      [caseId],
    );
    const byId = new Map(entries.rows.map((row) => [row.id, row]));
    for (const { entryId, saves, text } of written) {
      const row = byId.get(entryId);
      const rev = row?.rev ?? 0;
      found('lost', saves - rev, `entry ${entryId} has ${rev} of ${saves} acknowledged saves`);
      found('doubled', rev - saves, `entry ${entryId} has ${rev} saves, ${saves} were acknowledged`);
      if (rev === saves && (row?.text ?? '') !== text) found('lost', 1, `entry ${entryId} has another text`);
    }
    const cases = await client.query<{ child_name: string; id: string }>('select child_name, id from cases');
    const byName = Map.groupBy(cases.rows, (row) => row.child_name);
    for (const [name, id] of opened) {
      const rows = byName.get(name) ?? [];
      found('lost', rows.some((row) => row.id === id) ? 0 : 1, `the case ${name} is not there`);
      found('doubled', rows.length - 1, `the case ${name} is there ${rows.length} times`);
    }
    const streams = await client.query<{ id: string; head: number; events: number; last: number }>(
      `select s.id, s.head_seq::int as head, count(e.seq)::int as events, coalesce(max(e.seq), 0)::int as last
       from streams s left join events e on e.stream_id = s.id group by s.id`,
    );
    for (const { id, head, events, last } of streams.rows)
      found(
        'eventsLost',
        Math.max(head, last) - events,
        `stream ${id} has ${events} events, its head is ${head}`,
      );
    const typed = await client.query<{ entry: string; revs: number[] }>(
      `select payload ->> 'entryId' as entry, array_agg((payload ->> 'rev')::int order by seq) as revs from events
       where stream_id = $1 and kind = 'entry.text-changed' group by 1`,
      [caseId],
    );
    const revsOf = new Map(typed.rows.map((row) => [row.entry, row.revs]));
    for (const { entryId, saves } of written) {
      const revs = revsOf.get(entryId) ?? [];
      const distinct = new Set(revs).size;
      found('eventsLost', saves - distinct, `entry ${entryId}: ${distinct} events of ${saves} saves`);
      found(
        'eventsDoubled',
        revs.length - distinct,
        `entry ${entryId}: ${revs.length} events, ${distinct} distinct`,
      );
      found(
        'eventsReordered',
        revs.filter((rev, i) => rev < (revs[i - 1] ?? 0)).length,
        `entry ${entryId}: out of order`,
      );
    }
    return findings;
  });

/** Follows a stream by its cursor the whole time, through every fault, and counts what came out of turn. */
export const followStream = (superuserUrl: string, caseId: string) => {
  let [last, gaps, stopped] = [0, 0, false];
  const round = async () => {
    await withClient(superuserUrl, async (client) => {
      while (!stopped) {
        const { rows } = await client.query<{ seq: number }>(
          'select seq::int as seq from events where stream_id = $1 and seq > $2 order by seq',
          [caseId, last],
        );
        for (const { seq } of rows) {
          if (seq !== last + 1) gaps += 1;
          last = seq;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  };
  const run = async () => {
    while (!stopped) {
      await round().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const ended = run();
  return {
    last: () => last,
    stop: async () => {
      stopped = true;
      await ended;
      return { followed: last, gaps };
    },
  };
};
