// What a page got that it was not to get any more, and when the last of what is affected came.
import type pg from 'pg';
import type { ServerFrame } from '../../shared/live.ts';
import type { Kind } from './kind.ts';
import type { Noted } from './page.ts';

/** Everything in a case's stream after a number: when it was committed, and which save of which text it tells. */
type Row = { readonly seq: number; readonly committed: number; readonly save: string | null };
export type Stream = ReadonlyMap<number, Row>;

export const headOf = async (curtain: pg.Pool, caseId: string): Promise<number> => {
  const { rows } = await curtain.query<{ head: number }>(
    'select head_seq::int as head from streams where id = $1',
    [caseId],
  );
  return rows[0]?.head ?? 0;
};
export const streamAfter = async (curtain: pg.Pool, caseId: string, after: number): Promise<Stream> => {
  const { rows } = await curtain.query<Row>(
    `select seq::int as seq, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as committed,
       case when kind = 'entry.text-changed' then (payload ->> 'entryId') || ' ' || (payload ->> 'rev') end as save
     from events where stream_id = $1 and seq > $2`,
    [caseId, after],
  );
  return new Map(rows.map((row) => [row.seq, row]));
};
/** The first mark of this kind after a number. */
export const markAfter = async (
  curtain: pg.Pool,
  caseId: string,
  kind: string,
  after: number,
): Promise<number> => {
  const { rows } = await curtain.query<{ seq: number }>(
    'select min(seq)::int as seq from events where stream_id = $1 and seq > $2 and kind = $3',
    [caseId, after, kind],
  );
  if (!rows[0]?.seq) throw new Error(`no ${kind} in the stream`);
  return rows[0].seq;
};

const tellsOfText = (frame: ServerFrame, textId: string): boolean => {
  if (frame.t === 'presence') return frame.people.some((p) => p.places.some((x) => x.entryId === textId));
  if (frame.t !== 'event') return false;
  const { event } = frame;
  if ('entry' in event) return event.entry.id === textId;
  return event.kind === 'entry.text-changed' && event.entryId === textId;
};
const ofTheCase = new Set<ServerFrame['t']>(['event', 'presence', 'token', 'watching']);
/** Is it among what the page is not to get any more? */
export const isAffected = ({ affects }: Kind, frame: ServerFrame, textId: string): boolean =>
  affects === 'case' ? ofTheCase.has(frame.t) : tellsOfText(frame, textId);

/** The word by which a page learns that something has left it. */
export const isWordOfEnd = ({ affects }: Kind, frame: ServerFrame, textId: string): boolean =>
  frame.t === 'gone' ||
  (affects === 'text' &&
    (frame.t === 'refetch' ||
      (frame.t === 'event' && frame.event.kind === 'entry.removed' && frame.event.entryId === textId)));

export type Ended = {
  readonly kind: Kind;
  readonly textId: string;
  /** The acknowledgement, or the moment at which time itself ended the right. */
  readonly from: number;
  /** The mark's number; null where the end is a moment. */
  readonly mark: number | null;
  readonly stream: Stream;
};

/** Frames behind the place of the end, or after the page was told of it. */
export const framesAfter = (
  { kind, textId, from, mark, stream }: Ended,
  noted: readonly Noted[],
  toldAt: number | null,
): Noted[] =>
  noted.filter(({ at, frame, place }) => {
    if (!isAffected(kind, frame, textId)) return false;
    if (place === null) return toldAt !== null && at > toldAt;
    return mark === null ? (stream.get(place)?.committed ?? 0) > from : place > mark;
  });

/** Saves whose place, read from the token, is another than the table says: were there one, places would prove nothing. */
export const misplaced = (stream: Stream, noted: readonly Noted[]): number =>
  noted.filter(({ frame, place }) => {
    if (frame.t !== 'event' || frame.event.kind !== 'entry.text-changed' || place === null) return false;
    const row = stream.get(place);
    return row?.save != null && row.save !== `${frame.event.entryId} ${frame.event.rev}`;
  }).length;

/** Milliseconds from commit to arrival of what came lawfully: what the machine gives at that moment. */
export const ordinaryWaits = ({ from, stream }: Ended, noted: readonly Noted[]): number[] =>
  noted.flatMap(({ at, place }) => {
    const committed = place === null ? undefined : stream.get(place)?.committed;
    return committed === undefined || committed > from ? [] : [Math.max(0, at - committed)];
  });
