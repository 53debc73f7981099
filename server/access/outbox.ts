// What a command will tell, gathered while it runs and written by its last statements: events of the case and of
// people, activities, and the raised heads of their streams.
import { CompiledQuery, sql } from 'kysely';
import type { CaseEvent, PersonEvent } from '../../shared/live.ts';
import { atLast, type Tx } from '../platform/db/transaction.ts';
import type { Actor } from './actor.ts';
import type { Reach } from './reach.ts';

export type Queued = { kind: string; aclKey: number | null; payload: unknown; reach?: Reach };

/** Something that happened, for "changed since your last visit". */
export type Note = {
  kind: string;
  aclKey: number;
  objectId: string | null;
  detail?: Record<string, string>;
};

/** The access epoch has risen since it was read: everything once more. */
export class StaleEpoch extends Error {}

const dividedByNone = '22012';

/** Was a write authorized under an epoch that is no more? Found out here, or by the database as it raised the head. */
export const isStaleEpoch = (error: unknown): boolean =>
  error instanceof StaleEpoch || (error as { code?: unknown }).code === dividedByNone;

/** What a case's stream gets, and the access epoch under which that was decided. */
type ForCase = { readonly epoch: number; rise: number; readonly events: Queued[] };
export type Outbox = {
  events: Queued[];
  notes: Note[];
  people: Map<string, Queued[]>;
  epochRise: number;
  cases: Map<string, ForCase>;
  /** Woken after the commit beside the streams: what keeps its own order, such as a document. */
  also: string[];
};

export const queueOf = (outbox: Outbox) => ({
  alsoWake: (ids: readonly string[]) => void outbox.also.push(...ids),
  publish: (event: CaseEvent, aclKey: number, reach?: Reach) =>
    void outbox.events.push({ kind: event.kind, aclKey, payload: event, ...(reach && { reach }) }),
  note: (activity: Note) => void outbox.notes.push(activity),
  tell: (personId: string, event: PersonEvent) => {
    outbox.people.set(personId, [
      ...(outbox.people.get(personId) ?? []),
      { kind: event.kind, aclKey: null, payload: event },
    ]);
  },
});

export const writeNotes = async (
  tx: Tx,
  caseId: string,
  actor: Actor,
  at: Date,
  outbox: Outbox,
): Promise<void> => {
  for (const { kind, aclKey, objectId, detail } of outbox.notes) {
    const row = await tx
      .insertInto('activities')
      .values({
        case_id: caseId,
        acl_key: aclKey,
        at,
        person_id: actor.personId,
        kind,
        object_id: objectId,
        detail: JSON.stringify(detail ?? {}),
      })
      // Under turvakielto the database gives it another audience than was asked for.
      .returning(['id', 'acl_key'])
      .executeTakeFirstOrThrow();
    const activity = {
      id: row.id,
      at: at.toISOString(),
      personId: actor.personId,
      kind,
      objectId,
      detail: detail ?? {},
    };
    outbox.events.push({
      kind: 'activity.added',
      aclKey: row.acl_key,
      payload: { kind: 'activity.added', activity },
    });
  }
};

/** What changes only a text that its readers have already, or what is its authors' alone. */
const disclosesNothing = new Set([
  'entry.text-changed',
  'entry.started',
  'alternative.kept',
  'alternative.resolved',
]);

/**
 * Into the disclosure log goes what this transaction has opened to another agency or to the family: of everything where it
 * changed who may read what, else of what it wrote. Goes with the commit.
 */
export const writeDisclosures = (tx: Tx, caseId: string, actor: Actor, { events }: Outbox): void => {
  const rights = events.some((e) => e.kind === 'access.changed' && (e.payload as { rights: boolean }).rights);
  if (!rights && !events.some((e) => e.kind !== 'access.changed' && !disclosesNothing.has(e.kind))) return;
  const door = sql.raw(rights ? 'access.log_disclosures' : 'access.log_new_disclosures');
  const written = sql`select ${door}(${caseId}, ${actor.affiliation?.id ?? null})`;
  atLast(tx, { compile: () => written.compile(tx) });
};

/** Events behind the head that `s` has just raised: $1 the stream, $2 how many, $3 the moment, $4 what they say. */
const append = `insert into events (stream_id, seq, kind, acl_key, payload, at)
  select $1::uuid, s.head_seq - $2::bigint + e.n, e.kind, e.acl_key, e.payload, $3::timestamptz
  from s, jsonb_to_recordset($4::jsonb) as e (n int, kind text, acl_key bigint, payload jsonb)`;
const raiseCase = `with s as (update streams set head_seq = head_seq + $2::bigint, access_epoch = access_epoch + $5::bigint
    where id = $1::uuid and access_epoch = $6::bigint returning head_seq), written as (${append})
  select 1 / count(*) from s`;
const raisePerson = `with s as (insert into streams (id, kind, head_seq) values ($1::uuid, 'person', $2::bigint)
    on conflict (id) do update set head_seq = streams.head_seq + $2::bigint returning head_seq) ${append}`;

const stored = ({ payload, reach }: Queued): unknown => (reach ? { ...(payload as object), reach } : payload);

const appended = (streamId: string, at: Date, events: readonly Queued[]): unknown[] => [
  streamId,
  events.length,
  at,
  JSON.stringify(events.map((e, i) => ({ n: i + 1, kind: e.kind, acl_key: e.aclKey, payload: stored(e) }))),
];

/** What an entry left behind under the keys it had is, for those who were away, only for whoever may read it still. */
const retract = async (tx: Tx, caseId: string, events: readonly Queued[]): Promise<void> => {
  for (const { kind, payload } of events) {
    if (kind !== 'entry.removed') continue;
    const { entryId } = payload as { entryId: string };
    await sql`select access.follow_entry(${caseId}, ${entryId})`.execute(tx);
  }
};

/**
 * The last statements of the transaction, gone with its commit: each stream's head, locked in the order of ids. A case
 * whose access epoch has risen since it was read divides by none, which fails them all: see `isStaleEpoch`.
 */
export const raiseHeads = async (tx: Tx, at: Date, { people, cases, also }: Outbox): Promise<string[]> => {
  for (const [id, { events }] of cases) await retract(tx, id, events);
  const streams = [...people.keys(), ...cases.keys()].sort();
  for (const id of streams) {
    const forCase = cases.get(id);
    if (forCase) {
      const { epoch, rise, events } = forCase;
      atLast(tx, CompiledQuery.raw(raiseCase, [...appended(id, at, events), rise, epoch]));
    } else {
      atLast(tx, CompiledQuery.raw(raisePerson, appended(id, at, people.get(id) ?? [])));
    }
  }
  return [...streams, ...also];
};

export const emptyOutbox = (): Outbox => ({
  events: [],
  notes: [],
  people: new Map(),
  epochRise: 0,
  cases: new Map(),
  also: [],
});

/** A mark in the stream: who may see what changed here; `rights` is false where only a new audience was made. */
export const accessChanged = (rights: boolean): Queued => ({
  kind: 'access.changed',
  aclKey: null,
  payload: { kind: 'access.changed', rights },
});

/** A mark in the stream: holders of the key read the snapshot anew. */
export const snapshotStale = (aclKey: number, reach?: Reach): Queued => ({
  kind: 'snapshot.stale',
  aclKey,
  payload: { kind: 'snapshot.stale' },
  ...(reach && { reach }),
});

/** Events of people's own streams, from outside a command: `npm run admin` alone. Other processes find them by sweeping. */
export const tellPeople = async (tx: Tx, at: Date, told: readonly [string, PersonEvent][]): Promise<void> => {
  const outbox = emptyOutbox();
  const { tell } = queueOf(outbox);
  for (const [personId, event] of told) tell(personId, event);
  await raiseHeads(tx, at, outbox);
};
