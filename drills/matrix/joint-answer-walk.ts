// Walks the answer that several write, as everybody in every situation of its request: who opens the document, who writes in it,
// who sends it. By both rings over real sockets, by the database alone with plain statements.
import { type Kysely, sql } from 'kysely';
import * as Y from 'yjs';
import { documentBlocks } from '../../server/documents/index.ts';
import { openDatabase } from '../../server/platform/db/pool.ts';
import type { DB } from '../../server/platform/db/tables.ts';
import { asPerson, type Tx } from '../../server/platform/db/transaction.ts';
import { eventually } from '../../server/testing/live-client.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import { openWriter } from '../../server/testing/writer.ts';
import { getConsultation } from '../../shared/consultations.ts';
import { documentBeginning } from '../../shared/document-beginning.ts';
import { sendJointAnswer } from '../../shared/joint-answers.ts';
import { type Cast, type PlaceInIt, places } from './consultation-cast.ts';
import { placeRequest } from './consultation-place.ts';
import {
  may,
  reads,
  readsTogether,
  type Situation,
  situations,
  writesTogether,
} from './consultation-rules.ts';
import { createTally, look, type Tally } from './tally.ts';

const says = (who: string, situation: string, what: string) => () => `${what}, ${who}, ${situation}`;

type Placed = { readonly consultationId: string; readonly scopeId: string; readonly documentId: string };

/** A line in nobody's name but the holder's, as an update that builds on the beginning. */
const aLine = (clientId: number, text: string): Uint8Array => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentBeginning());
  const before = Y.encodeStateVector(doc);
  doc.clientID = clientId;
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment('text').insert(1, [block]);
  return Y.encodeStateAsUpdate(doc, before);
};

/** Of a request in this situation, with a line in it, and an earlier answer that was sent together; all past every rule. */
export const placeJointAnswer = async (world: World, cast: Cast, situation: Situation): Promise<Placed> => {
  const { holder } = cast.people;
  const by = [holder.id, holder.affiliationId];
  const consultationId = await placeRequest(world, cast, situation);
  const one = async (query: string, values: unknown[]): Promise<string> =>
    String((await world.superuser(query, values)).rows[0]?.['id']);
  const scopeId = await one(
    `insert into joint_answers (consultation_id, service_id, begun_by, begun_at) values ($1, $2, $3, now()) returning id`,
    [consultationId, cast.serviceId, holder.affiliationId],
  );
  const documentId = await one(
    `insert into documents (scope_kind, scope_id, head_seq, created_at) values ('joint-answer', $1, 1, now()) returning id`,
    [scopeId],
  );
  await world.superuser(`insert into document_clients values ($1, 7, $2, $3, now())`, [documentId, ...by]);
  await world.superuser(`insert into document_updates values ($1, 1, 7, $2, $3, $4, now())`, [
    documentId,
    ...by,
    Buffer.from(aLine(7, 'Ensimmäinen rivi.')),
  ]);
  const messageId = await one(
    `insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text)
     values ($1, 'answer', 'answering', $2, $3, now(), 'x') returning id`,
    [consultationId, ...by],
  );
  await world.superuser(`insert into joint_answer_texts values ($1, $2, '[]')`, [messageId, consultationId]);
  await world.superuser(`insert into joint_answer_authors values ($1, $2, $3, $4, 1)`, [
    messageId,
    consultationId,
    ...by,
  ]);
  return { consultationId, scopeId, documentId };
};
/** As it was before somebody sent it. */
const takeBack = async (world: World, { scopeId, documentId }: Placed): Promise<void> => {
  await world.superuser(
    `with was as (select message_id from joint_answers where id = $1),
       texts as (delete from joint_answer_texts where message_id in (select message_id from was)),
       authors as (delete from joint_answer_authors where message_id in (select message_id from was))
     update joint_answers set message_id = null where id = $1`,
    [scopeId],
  );
  await world.superuser('update documents set frozen_at = null where id = $1', [documentId]);
};

const openAndWrite = async (address: string, person: Person, documentId: string): Promise<string> => {
  const writer = await openWriter(address, person, documentId);
  try {
    writer.open();
    const first = await eventually(
      () => writer.frames.find((f) => f.t === 'document-gone' || f.t === 'document-state'),
      'an answer',
    );
    if (first.t !== 'document-state') return 'gone';
    writer.paragraph('Lisää.');
    const then = await eventually(
      () => writer.frames.find((f) => f.t === 'document-acknowledged' || f.t === 'document-refused'),
      'an answer to what was written',
    );
    // What the page was told beforehand is what happens.
    if (first.writes !== (then.t === 'document-acknowledged')) return `${first.writes}, but ${then.t}`;
    return first.writes ? 'writes' : 'reads';
  } finally {
    await writer.close();
  }
};
const expectedOf = (place: PlaceInIt, situation: Situation): string => {
  if (writesTogether(place, situation)) return 'writes';
  return readsTogether(place, situation) ? 'reads' : 'gone';
};

/** Over real sockets, and what the page of the request is told; by both rings, or by ring 1 alone. */
export const walkTogether = async (world: World, cast: Cast, address: string): Promise<Tally> => {
  const tally = createTally();
  for (const situation of situations) {
    const placed = await placeJointAnswer(world, cast, situation);
    const params = { consultationId: placed.consultationId };
    for (const place of places) {
      const person = cast.people[place];
      look(
        tally,
        expectedOf(place, situation),
        await openAndWrite(address, person, placed.documentId),
        says(place, situation, 'opens the document'),
      );
      const { status, body } = await person.try(getConsultation, { params });
      if (status !== 200) continue;
      look(
        tally,
        readsTogether(place, situation) ? placed.documentId : undefined,
        body.consultation.jointAnswer?.documentId,
        says(place, situation, 'is told of it'),
      );
      look(
        tally,
        1,
        body.consultation.messages.flatMap(({ writers }) => writers).length,
        says(place, situation, 'is told who wrote the one that was sent'),
      );
    }
  }
  return tally;
};

/** Sending it, by its route and both rings. */
export const walkSending = async (world: World, cast: Cast, gateway: Kysely<DB>): Promise<Tally> => {
  const tally = createTally();
  for (const situation of situations) {
    const placed = await placeJointAnswer(world, cast, situation);
    const { consultationId, documentId } = placed;
    for (const place of places) {
      const { words = '' } = (await documentBlocks(gateway, documentId)) ?? {};
      const { status } = await cast.people[place].try(sendJointAnswer, {
        params: { consultationId },
        body: { words, checked: true },
      });
      const expected = may('answer', place, situation) ? [200] : reads(place, situation) ? [403, 409] : [404];
      look(tally, true, expected.includes(status), says(place, situation, `sends it: ${status}`));
      if (status !== 200) continue;
      await placeRequest(world, cast, situation, consultationId);
      await takeBack(world, placed);
    }
  }
  return tally;
};

class Undone extends Error {}

const isDone = async (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    () => true,
    (error: unknown) => {
      if (error instanceof Undone) return true;
      if ((error as { code?: string }).code === '42501') return false;
      throw error;
    },
  );

/** What one would do as the server does it, with nothing of the server's rules before it. */
const ways = (placed: Placed, { id, affiliationId }: Person) => ({
  append: async (tx: Tx) => {
    const { documentId } = placed;
    await sql`insert into document_clients values (${documentId}, 99, ${id}, ${affiliationId}, now())`.execute(
      tx,
    );
    await sql`insert into document_updates values (${documentId}, 99, 99, ${id}, ${affiliationId}, '\\x00', now())`.execute(
      tx,
    );
  },
  raise: async (tx: Tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('documents')
      .set({ head_seq: 2 })
      .where('id', '=', placed.documentId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw Object.assign(new Error('no row'), { code: '42501' });
  },
  start: (tx: Tx) =>
    sql`insert into documents (scope_kind, scope_id, created_at) values ('joint-answer', ${placed.scopeId}, now())`.execute(
      tx,
    ),
  send: async (tx: Tx) => {
    await sql`select access.hold_consultation(${placed.consultationId})`.execute(tx);
    await sql`update documents set frozen_at = now() where id = ${placed.documentId}`.execute(tx);
    await sql`select access.step_consultation(${placed.consultationId}, 'answer', null, null,
      '{"kind": "answer", "text": "x"}', null)`.execute(tx);
    await sql`select access.keep_joint_answer(${placed.scopeId}, '[]')`.execute(tx);
  },
  /** Without having answered in the same moment nothing is kept as an answer, by anybody. */
  keep: (tx: Tx) => sql`select access.keep_joint_answer(${placed.scopeId}, '[]')`.execute(tx),
});

export const walkTogetherRingTwo = async (
  world: World,
  cast: Cast,
  tally = createTally(),
): Promise<Tally> => {
  const db = openDatabase(world.pools.app);
  for (const situation of situations) {
    const placed = await placeJointAnswer(world, cast, situation);
    for (const place of places) {
      const person = cast.people[place];
      const who = { personId: person.id, affiliationId: person.affiliationId };
      const as = <T>(work: (tx: Tx) => Promise<T>) => asPerson(db, who, null, 'read committed', work);
      const { rows } = await as((tx) =>
        sql<Record<string, number>>`select
          (select count(*) from joint_answers where id = ${placed.scopeId}) as answers,
          (select count(*) from documents where id = ${placed.documentId}) as documents,
          (select count(*) from document_clients where document_id = ${placed.documentId}) as writers,
          (select count(*) from access.people_answering(${placed.scopeId})) as people,
          (select count(*) from joint_answer_texts where consultation_id = ${placed.consultationId}) as texts,
          (select count(*) from joint_answer_authors where consultation_id = ${placed.consultationId}) as authors`.execute(
          tx,
        ),
      );
      for (const [what, count] of Object.entries(rows[0] ?? {})) {
        const sentAlready = what === 'texts' || what === 'authors';
        const expected = sentAlready ? reads(place, situation) : readsTogether(place, situation);
        look(tally, expected, Number(count) > 0, says(place, situation, `reads ${what}`));
      }
      for (const [what, way] of Object.entries(ways(placed, person))) {
        const done = await isDone(() =>
          as(async (tx) => {
            await way(tx);
            throw new Undone();
          }),
        );
        const expected =
          what === 'keep'
            ? false
            : what === 'send'
              ? may('answer', place, situation)
              : writesTogether(place, situation);
        look(tally, expected, done, says(place, situation, `${what} by the database`));
      }
    }
  }
  return tally;
};

/** Ring 1 alone: beside the rows the two functions of the kind are open, too. */
export const openKind = ({ superuser }: World): Promise<unknown> =>
  superuser(`create or replace function access.joint_answer_right(p_joint uuid, p_writes boolean) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$ select true $$`);
