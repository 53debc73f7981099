// From an anonymous request to a named one, over the real interface: what is shown before, what goes, what is disclosed, what is
// refused; and that nothing anybody else can read holds the two together. Real: app, database.
import { expect, test, vi } from 'vitest';
import { nameConsultation, previewNaming } from '../../shared/consultation-naming.ts';
import {
  answerConsultation,
  claimConsultation,
  setConsultationDeputy,
  tellMore,
  withdrawConsultation,
} from '../../shared/consultations.ts';
import {
  about,
  answered,
  because,
  claimed,
  named,
  namedAino,
  namingOf,
  newService,
  opened,
  putIn,
  saying,
  schoolGround,
  sent,
  statusOf,
} from '../testing/consultation-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Koulu', school, 'school-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const advice = await newService(arja);
const psychiatry = await newService(helka, { kind: 'psychiatry', nameFi: 'Psykiatrian konsultaatio' });
await putIn(arja, advice, leena, 'expert');
await putIn(arja, advice, oskar, 'lead');
await putIn(helka, psychiatry, sari, 'expert');

const ground = { ...schoolGround, until: null };
const on = (consultationId: string) => ({ params: { consultationId } });
const disclosed = async (id: string) =>
  (
    await world.superuser(
      `select to_agency_id as to, from_agency_id as from, data_class as class, cardinality(ground_ids) as grounds
       from disclosure_log where object_id = $1 order by id`,
      [id],
    )
  ).rows;
/** Everything of a request that lies in the database, with the transaction that wrote each row last. */
const rowsOf = async (id: string): Promise<unknown[]> =>
  (
    await world.superuser(
      `select c.xmin::text, c::text from consultations c where id = $1
       union all select h.xmin::text, h::text from consultation_history h where consultation_id = $1
       union all select m.xmin::text, m::text from consultation_messages m where consultation_id = $1
       union all select g.xmin::text, g::text from consultation_grounds g where consultation_id = $1
       union all select d.xmin::text, d::text from disclosure_log d where object_id = $1 order by 2`,
      [id],
    )
  ).rows;

test('what is shown before is who will read it, each field, what is alike, and what is missing', async () => {
  const id = await answered(maria, advice, leena);
  await maria.do(setConsultationDeputy, { ...on(id), body: { affiliationId: kaisa.affiliationId ?? '' } });
  const fields = namingOf(await opened(maria, id), {
    child: { name: 'Aino Virtanen', birthDate: null, ground: null },
  });
  const preview = await maria.do(previewNaming, { ...on(id), body: { fields } });
  expect(preview).toMatchObject({
    service: { nameFi: 'Lastensuojelun neuvonta' },
    agencies: [{ id: protection, nameFi: 'Rannikon lastensuojelu' }],
    // Oskar has never shown himself to the asker: that he is in the service is not theirs to know.
    people: [{ name: 'Leena Kallio' }],
    same: ['question'],
    readsBoth: true,
    missing: ['ground'],
    shown: { question: fields.question, child: { name: 'Aino Virtanen' }, asker: { name: 'Maria Lind' } },
  });
  const elsewhere = namingOf(await opened(maria, id), {
    serviceId: psychiatry,
    question: 'Aivan toisin sanoin.',
    deputyAffiliationId: kaisa.affiliationId,
  });
  expect(await maria.do(previewNaming, { ...on(id), body: { fields: elsewhere } })).toMatchObject({
    agencies: [{ id: clinic }],
    people: [],
    same: [],
    readsBoth: false,
    missing: [],
    shown: { deputy: { name: 'Kaisa Koulu' } },
  });
  // A deputy reads the request, and does not give the child a name; whoever is on no side finds nothing.
  expect((await kaisa.try(previewNaming, { ...on(id), body: { fields } })).status).toBe(403);
  expect((await leena.try(previewNaming, { ...on(id), body: { fields } })).status).toBe(403);
  expect((await sari.try(previewNaming, { ...on(id), body: { fields } })).status).toBe(404);
});

test('named, it is another request on its ground, disclosed in the same moment; only its asker sees that they belong together', async () => {
  const id = await claimed(maria, advice, leena);
  const namedId = await named(maria, id, { question: 'Aino on ollut poissa. Miten jatkamme?' });
  await leena.do(claimConsultation, about(namedId));
  const forReceiver = await opened(leena, namedId);
  expect(forReceiver).toMatchObject({
    anonymous: false,
    question: 'Aino on ollut poissa. Miten jatkamme?',
    child: { ...namedAino, ground },
    naming: null,
  });
  expect(forReceiver.history.map(({ act }) => act)).toEqual(['send', 'claim']);
  expect(await disclosed(namedId)).toEqual([
    { to: protection, from: school, class: 'education', grounds: 1 },
  ]);
  expect(await disclosed(id)).toEqual([]);
  expect((await opened(maria, namedId)).naming).toMatchObject({ is: 'from', id });
  expect((await opened(maria, id)).naming).toMatchObject({ is: 'to', id: namedId });
  for (const who of [leena, oskar])
    for (const one of [id, namedId]) expect((await opened(who, one)).naming).toBeNull();
  await maria.do(setConsultationDeputy, { ...on(id), body: { affiliationId: kaisa.affiliationId ?? '' } });
  expect((await opened(kaisa, id)).naming).toBeNull();
  expect(await statusOf(kaisa, namedId)).toBe(404);
});

test('of the anonymous one not a row is written, and it goes on as if nothing had been', async () => {
  const id = await claimed(maria, advice, leena);
  const before = await rowsOf(id);
  const queue = await opened(leena, id);
  await named(maria, id, { question: 'Toisin sanoin.' });
  expect(await rowsOf(id)).toEqual(before);
  expect(await opened(leena, id)).toEqual(queue);
  await leena.do(answerConsultation, saying(id, 'Kysy suoraan.'));
  await maria.do(tellMore, saying(await sent(maria, advice), 'Lisää.'));
  expect((await opened(maria, id)).state).toBe('answered');
});

/** Each row that a person reads of every table, as text; and whose tables those are. */
const readableTexts = async (who: Person): Promise<{ table: string; row: string }[]> => {
  const { rows: tables } = await world.superuser(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and has_table_privilege('rinki_app', oid, 'select') order by 1`,
  );
  const found: { table: string; row: string }[] = [];
  for (const { relname } of tables) {
    const table = String(relname);
    const rows = await world.write(who.id, `select t::text as row from ${table} t`);
    found.push(...rows.map(({ row }) => ({ table, row: String(row) })));
  }
  return found;
};

test('in no table that anybody else reads do the two stand together, and a receiver of one finds nothing of the other', async () => {
  const id = await claimed(maria, advice, leena);
  const { number } = await opened(maria, id);
  const namedId = await named(maria, id, { serviceId: psychiatry, question: 'Aino tarvitsee apua.' });
  const { number: namedNumber } = await opened(maria, namedId);
  const { rows: tables } = await world.superuser(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const together: string[] = [];
  for (const { relname } of tables) {
    const { rows } = await world.superuser(
      `select 1 from ${String(relname)} t where t::text like '%' || $1 || '%' and t::text like '%' || $2 || '%' limit 1`,
      [id, namedId],
    );
    if (rows.length > 0) together.push(String(relname));
  }
  expect(together).toEqual(['consultation_namings']);
  const marks = {
    anonymous: [id, number],
    named: [namedId, namedNumber, 'Aino tarvitsee apua.', schoolGround.evidence],
  };
  const holds = async (who: Person, some: readonly string[]) =>
    (await readableTexts(who))
      .filter(({ row }) => some.some((mark) => row.includes(mark)))
      .map(({ table }) => table);
  for (const who of [sari, helka, kaisa])
    expect(await holds(who, marks.anonymous), who.signInName).toEqual([]);
  for (const who of [leena, oskar, arja, kaisa])
    expect(await holds(who, [namedId, namedNumber]), who.signInName).toEqual([]);
  expect(await holds(sari, marks.named)).not.toEqual([]);
  for (const who of [leena, oskar, sari, kaisa])
    expect((await readableTexts(who)).filter(({ table }) => table === 'consultation_namings')).toEqual([]);
  expect(
    (await readableTexts(maria)).filter(({ table }) => table === 'consultation_namings').length,
  ).toBeGreaterThan(0);
  // Acting elsewhere the asker is somebody else.
  const other = await world.agency('education', 'Lillbyn koulu');
  const elsewhere = await world.alsoIn(maria.id, other, 'special-teacher');
  const there = await (await world.signIn(maria.signInName)).actIn(elsewhere);
  expect(await statusOf(there, namedId)).toBe(404);
});

test('without a ground, on one that covers something else or is over, or without its parts it does not go', async () => {
  const id = await claimed(maria, advice, leena);
  const of = await opened(maria, id);
  const send = async (
    fields: ReturnType<typeof namingOf>,
    more: { agencyIds?: string[]; sameKept?: boolean } = {},
  ) =>
    (
      await maria.try(nameConsultation, {
        ...on(id),
        body: { fields, agencyIds: [protection], sameKept: true, ...more },
      })
    ).error;
  const withGround = (given: typeof ground | null) =>
    namingOf(of, { child: { ...namedAino, ground: given } });
  expect(await send(withGround(null))).toMatchObject({
    error: 'ground-missing',
    detail: { reason: 'ground' },
  });
  expect(await send(withGround({ ...ground, covers: ['health'] as never }))).toMatchObject({
    error: 'ground-missing',
    detail: { reason: 'ground-class' },
  });
  expect(await send(withGround({ ...ground, until: '2026-01-31' as never }))).toMatchObject({
    error: 'ground-missing',
    detail: { reason: 'ground-over' },
  });
  expect(await send(namingOf(of, { question: '' }))).toMatchObject({ error: 'draft-incomplete' });
  expect(await send(namingOf(of, { child: { name: '', birthDate: null, ground } }))).toMatchObject({
    error: 'draft-incomplete',
  });
  const onlyAnonymous = await newService(arja, { takesNamed: false });
  expect(await send(namingOf(of, { serviceId: onlyAnonymous }))).toMatchObject({ error: 'service-refuses' });
  expect(await send(namingOf(of), { sameKept: false })).toMatchObject({
    error: 'same-words',
    detail: { parts: 'question' },
  });
  expect(await send(namingOf(of), { agencyIds: [clinic] })).toMatchObject({ error: 'readers-changed' });
  const none = await world.superuser(
    `select 1 from consultation_namings where anonymous_id = $1 union all select 1 from consultation_drafts`,
    [id],
  );
  expect(none.rows).toEqual([]);
});

test('somebody of another agency who came into the service since it was looked at stops the sending', async () => {
  const team = await newService(arja, { kind: 'standing-team', nameFi: 'Konsultaatiotiimi' });
  await putIn(arja, team, leena, 'lead');
  const id = await sent(maria, advice);
  const fields = namingOf(await opened(maria, id), { serviceId: team, question: 'Toisin sanoin.' });
  const { agencies } = await maria.do(previewNaming, { ...on(id), body: { fields } });
  const seen = agencies.map((one) => one.id);
  expect(seen).toEqual([protection]);
  await putIn(arja, team, sari, 'expert');
  const body = (agencyIds: string[]) => ({ ...on(id), body: { fields, agencyIds, sameKept: false } });
  expect((await maria.try(nameConsultation, body(seen))).error?.error).toBe('readers-changed');
  expect((await maria.do(previewNaming, { ...on(id), body: { fields } })).agencies).toHaveLength(2);
  const { id: namedId } = await maria.do(nameConsultation, body([protection, clinic]));
  expect((await disclosed(namedId)).map(({ to }) => to).toSorted()).toEqual([protection, clinic].toSorted());
});

test('once, unless the named one was withdrawn; of two at once one goes; a withdrawn request gets no name', async () => {
  const id = await sent(maria, advice);
  const fields = namingOf(await opened(maria, id), { question: 'Toisin sanoin.' });
  const given = { ...on(id), body: { fields, agencyIds: [protection], sameKept: true } };
  const both = await Promise.all([maria.try(nameConsultation, given), maria.try(nameConsultation, given)]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await maria.try(nameConsultation, given)).error?.error).toBe('already-done');
  const first = both.find(({ status }) => status === 200)?.body.id ?? '';
  await maria.do(withdrawConsultation, because(first, 'Ei sittenkään'));
  const second = await named(maria, id, { question: 'Toisin sanoin.' });
  expect((await opened(maria, id)).naming).toMatchObject({ is: 'to', id: second });
  const gone = await sent(maria, advice);
  await maria.do(withdrawConsultation, because(gone, 'Ratkesi'));
  expect(
    (await maria.try(nameConsultation, { ...given, params: { consultationId: gone } })).error?.error,
  ).toBe('consultation-state');
  // What has a name is not named.
  expect(
    (await maria.try(nameConsultation, { ...given, params: { consultationId: second } })).error?.error,
  ).toBe('consultation-state');
});

test('the door of the database asks for itself: nobody but the asker, a ground that holds, and those who were seen', async () => {
  const id = await claimed(maria, advice, leena);
  const fields = namingOf(await opened(maria, id), { question: 'Toisin sanoin.' });
  const doorOf = (who: Person, changes: object = {}, until: string | null = null, agencies = [protection]) =>
    world
      .write(who.id, 'select access.name_consultation($1, $2, $3, $4, $5, $6)', [
        id,
        { ...fields, anonymous: false, ...changes },
        until,
        `K-2026-${Math.random()}`,
        '2030-01-01',
        agencies,
      ])
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
  for (const who of [leena, oskar, kaisa, sari, arja]) expect(await doorOf(who)).toBe('42501');
  expect(await doorOf(maria, { anonymous: true })).toBe('42501');
  expect(await doorOf(maria, {}, '2026-01-31')).toBe('42501');
  expect(await doorOf(maria, {}, null, [protection, clinic])).toBe('42501');
  const child = (given: object | null) => ({ child: { ...namedAino, ground: given } });
  expect(await doorOf(maria, child(null))).toBe('42501');
  expect(await doorOf(maria, child({ ...schoolGround, covers: ['health'] }))).toBe('42501');
  const readers = (who: Person) =>
    world.write(who.id, 'select * from access.naming_readers($1, $2)', [id, advice]).then(
      (rows) => rows.length,
      () => 'refused',
    );
  expect(await readers(leena)).toBe('refused');
  expect(await readers(maria)).toBeGreaterThan(0);
  expect(await doorOf(maria)).toBe('done');
  expect(await doorOf(maria)).toBe('42501');
});
