// What goes along with a request, over the real interface: exactly what was shown, to those people and to nobody else. Real: app,
// database; the clock is set.
import { expect, test, vi } from 'vitest';
import { sendBundle } from '../../shared/bundles.ts';
import { changeWhereabouts } from '../../shared/cases.ts';
import { saveField } from '../../shared/entries.ts';
import { endServiceMember, listServiceMembers } from '../../shared/services.ts';
import { listLog } from '../../shared/sharing.ts';
import { settableClock } from '../platform/clock/clock.ts';
import {
  askedAbout,
  bundlesSeenBy,
  centreOf,
  choicesFor,
  openBundle,
  openWay,
  preparedCase,
  sendAll,
  trySending,
  wholly,
} from '../testing/bundle-parts.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { newService, putIn, schoolGround, sent } from '../testing/consultation-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const begin = new Date('2026-12-03T12:30:00Z');
const clock = settableClock(begin);
const world = await testWorld({ clock });
const newCase = await casesOfAino(world);
const { hospital, aija, heli, tomi, ritva, centre } = await centreOf(world);

const prepared = async () => preparedCase(await newCase(), { hospital, centre });
const named = (choices: Awaited<ReturnType<typeof choicesFor>>['choices']) =>
  choices.map(({ kind, entryKind, why }) => [entryKind ?? kind, why]);

test('what can go along is shown with every field, and what cannot with the reason; a ground to the centre opens it', async () => {
  const { id, caseId, leena, room, petri, way } = await prepared();
  const view = await room.start(leena, 'child-view');
  await room.write(leena, view, { verbatim: 'En halua kouluun.', mayRead: 'nobody' });
  await room.share(leena, view, { scope: 'agency' });
  expect(named((await choicesFor(leena, id, caseId)).choices)).toEqual([
    ['child', 'no-ground'],
    ['situation', 'no-ground'],
    ['dissent', 'kept-within'],
    ['child-view', 'child-has-not-allowed'],
  ]);
  await way();
  const { choices, agencies, service } = await choicesFor(leena, id, caseId);
  expect(agencies.map((one) => one.id)).toEqual([hospital]);
  expect(service.nameFi).toBe('Vaativan tuen keskus');
  expect(named(choices)).toEqual([
    ['child', null],
    ['situation', null],
    ['dissent', 'kept-within'],
    ['child-view', 'child-has-not-allowed'],
  ]);
  expect(choices[0]?.fields.map(({ name, text }) => [name, text])).toEqual([
    ['name', 'Aino Virtanen'],
    ['birthDate', '2013-05-02'],
    ['languages', 'fi'],
    ['interpreter', ''],
  ]);
  expect(choices[1]?.fields).toEqual([{ name: 'narrative', text: 'Aino on ollut poissa syksyn.', rev: 1 }]);
  // Where the child is never goes, and is in no choice.
  expect(JSON.stringify(choices)).not.toMatch(/Rantakatu|Meriniemen koulu/);
  // What the child allows goes; what was asked about it stays.
  await room.write(leena, view, {
    mayRead: 'professionals',
    asked: 'Kysyin kahden kesken.',
    safetyCheck: 'ok',
  });
  await openWay(leena, { caseId }, [(await prepared()).home, hospital], ['child-voice']);
  const told = (await choicesFor(leena, id, caseId)).choices.find(
    ({ entryKind }) => entryKind === 'child-view',
  );
  expect(told?.fields.map(({ name }) => name)).toEqual(['verbatim']);
  expect(petri.id).not.toBe(leena.id);
});

test('the receiver reads exactly what was shown, as it stood then; each look is logged, each text disclosed on its ground', async () => {
  const { id, caseId, home, leena, petri, mikko, sari, minna, situation, way } = await prepared();
  const groundId = await way();
  const looked = await choicesFor(leena, id, caseId);
  const bundleId = await sendAll(leena, id, caseId, { looked, days: 14 });
  const { status, body } = await openBundle(heli, id, bundleId);
  expect(status).toBe(200);
  const shown = looked.choices
    .filter(({ why }) => why === null)
    .map(({ kind, entryKind, about: area, signed, writtenOn, authors, version, fields }) => ({
      kind,
      entryKind,
      about: area,
      signed,
      writtenOn,
      authors,
      version,
      fields: fields.map(({ name, text }) => ({ name, text })),
    }));
  expect(body.items.map(({ content }) => content)).toEqual(shown);
  expect(body.until).toBe(new Date(clock.now().getTime() + 14 * 24 * 3_600_000).toISOString());
  const [seen] = await bundlesSeenBy(heli, id);
  expect(seen).toMatchObject({ id: bundleId, state: 'readable', can: ['read'] });
  expect((await bundlesSeenBy(leena, id))[0]).toMatchObject({
    id: bundleId,
    state: 'readable',
    can: ['withdraw'],
  });
  const log = await world.superuser(
    `select kind, object_id from access_log where person_id = $1 and kind in ('bundle', 'bundles') order by at, id`,
    [heli.id],
  );
  expect(log.rows).toEqual([
    { kind: 'bundle', object_id: bundleId },
    { kind: 'bundles', object_id: id },
  ]);
  const disclosed = await world.superuser(
    `select object_kind as kind, object_id as id, data_class as class, from_agency_id as from, ground_ids as grounds from disclosure_log
     where case_id = $1 and to_agency_id = $2 order by id`,
    [caseId, hospital],
  );
  expect(disclosed.rows).toEqual([
    { kind: 'case', id: caseId, class: 'coordination', from: home, grounds: [groundId] },
    { kind: 'entry', id: situation, class: 'social', from: home, grounds: [groundId] },
  ]);
  // Whoever is in the agency that gave reads of it in the case's log; nobody else there learns that anything went.
  const logged = async (who: Person) =>
    (await who.do(listLog, { params: { caseId }, query: { before: '' } })).rows.filter(
      ({ given }) => given?.toAgency?.id === hospital,
    );
  for (const who of [leena, petri])
    expect((await logged(who)).map(({ kind, by }) => [kind, by?.name]).toSorted()).toEqual([
      ['case', 'Leena Kallio'],
      ['entry', 'Leena Kallio'],
    ]);
  for (const who of [mikko, sari, minna]) expect(await logged(who)).toEqual([]);
  // A copy: what is written later stays in the case.
  await leena.do(saveField, {
    params: { entryId: situation, field: 'narrative' },
    body: { base: 1, text: 'Myöhemmin kirjoitettu.', device: 'laptop0001' },
  });
  expect(JSON.stringify((await openBundle(tomi, id, bundleId)).body)).toContain(
    'Aino on ollut poissa syksyn.',
  );
  expect(JSON.stringify((await openBundle(tomi, id, bundleId)).body)).not.toContain('Myöhemmin');
});

test('nobody else: not another service, not who was in it once, not the school’s own principal, not those of the case', async () => {
  const { id, caseId, leena, petri, mikko, sari, minna, psychiatry, way } = await prepared();
  await way();
  const bundleId = await sendAll(leena, id, caseId);
  const helka = await world.professional('Helka Hallinto', psychiatry, 'administrator');
  const other = await newService(helka, { kind: 'hospital-school' });
  const kaarlo = await world.professional('Kaarlo Muu', psychiatry, 'psychiatrist');
  await putIn(helka, other, kaarlo, 'lead');
  const left = await world.professional('Lassi Lähtenyt', hospital, 'special-teacher');
  await putIn(aija, centre, left, 'expert');
  expect((await openBundle(left, id, bundleId)).status).toBe(200);
  const { members } = await aija.do(listServiceMembers, { params: { serviceId: centre } });
  const leaving = members.find(({ personId }) => personId === left.id)?.id ?? '';
  clock.advance(1_000);
  await aija.do(endServiceMember, { params: { serviceId: centre, serviceMemberId: leaving }, body: {} });
  for (const who of [left, kaarlo, ritva, aija, petri, mikko, sari, minna])
    expect((await openBundle(who, id, bundleId)).status, who.signInName).toBe(404);
  // Whoever sent it has the texts in the case, and the centre's own request tells only the centre.
  expect((await openBundle(leena, id, bundleId)).status).toBe(404);
  const elsewhere = await askedAbout(leena, centre);
  expect((await openBundle(heli, elsewhere, bundleId)).status).toBe(404);
});

test('in a team of several agencies each person reads what a ground carries to their own agency', async () => {
  clock.set(begin);
  const { caseId, leena, psychiatry, way } = await prepared();
  await way();
  const henna = await world.professional('Henna Klinikka', psychiatry, 'psychiatrist');
  const outi = await world.agency('substance-services', 'Rannikon päihdepalvelut');
  const paula = await world.professional('Paula Päihde', outi, 'substance-worker');
  const team = await newService(aija, { kind: 'standing-team', nameFi: 'Tiimi' });
  await putIn(aija, team, heli, 'lead');
  await putIn(aija, team, henna, 'expert');
  await putIn(aija, team, paula, 'expert');
  const id = await askedAbout(leena, team);
  const { choices } = await choicesFor(leena, id, caseId);
  const situation = choices.find(({ entryKind }) => entryKind === 'situation');
  // From Aino's case there is a ground to the clinic for social matters, and none to the substance services.
  expect(situation?.withoutAgencyIds).toEqual([outi]);
  const bundleId = await sendAll(leena, id, caseId);
  expect((await openBundle(heli, id, bundleId)).body.items).toHaveLength(2);
  expect((await openBundle(henna, id, bundleId)).body.items).toHaveLength(2);
  expect((await openBundle(paula, id, bundleId)).status).toBe(404);
  expect(await bundlesSeenBy(paula, id)).toEqual([]);
});

test('only whoever asked with a name, of their own agency’s register, in a case of theirs, to such a centre', async () => {
  clock.set(begin);
  const { id, caseId, leena, petri, mikko, school, psychiatry, room, situation, way } = await prepared();
  await way();
  const { looked } = { looked: await choicesFor(leena, id, caseId) };
  // Petri takes part and did not ask; Mikko asks, and finds only what is his school's.
  expect((await trySending(petri, id, caseId, { looked })).status).toBe(404);
  const ofMikko = await sent(mikko, centre, {
    question: 'Miten autamme?',
    anonymous: false,
    child: { name: 'Aino Virtanen', birthDate: null, ground: schoolGround },
  });
  const theirs = await room.contribution(mikko, 'school-and-learning', 'Koulun oma teksti.');
  await room.share(mikko, theirs.entryId, { scope: 'everyone' });
  await openWay(mikko, { caseId }, [school, hospital], ['education']);
  const { choices, agencies } = await choicesFor(mikko, ofMikko, caseId);
  expect(named(choices)).toEqual([['contribution', null]]);
  const forging = (items: ReturnType<typeof wholly>) =>
    mikko.try(sendBundle, {
      params: { consultationId: ofMikko },
      body: { caseId, days: 7, items, agencyIds: agencies.map((one) => one.id) },
    });
  expect(
    (await forging(wholly(looked.choices.filter(({ sourceId }) => sourceId === situation)))).status,
  ).toBe(404);
  expect((await forging([{ kind: 'child', sourceId: null, fields: [] }])).status).toBe(404);
  expect((await forging(wholly(choices))).status).toBe(200);
  // Another kind of service, an anonymous request, a case that is not theirs.
  const helka = await world.professional(`Hilla Hallinto ${id.slice(-6)}`, psychiatry, 'administrator');
  const clinic = await newService(helka, { kind: 'psychiatry' });
  const toClinic = await askedAbout(leena, clinic);
  expect((await trySending(leena, toClinic, caseId, { looked })).error?.error).toBe('service-refuses');
  expect((await trySending(leena, await sent(leena, centre), caseId, { looked })).error?.error).toBe(
    'consultation-state',
  );
  const outsider = await world.professional(`Outi Ulkona ${id.slice(-6)}`, psychiatry, 'psychiatrist');
  const theirAsk = await askedAbout(outsider, centre);
  expect((await trySending(outsider, theirAsk, caseId, { looked })).status).toBe(404);
});

test('under turvakielto nothing goes that tells where the child is, and nothing of an agency that would', async () => {
  clock.set(begin);
  const { id, caseId, leena, mikko, school, room, situation, way } = await prepared();
  await way();
  const theirs = await room.contribution(mikko, 'school-and-learning', 'Koulun oma teksti.');
  await room.share(mikko, theirs.entryId, { scope: 'everyone' });
  const ofMikko = await sent(mikko, centre, {
    question: 'Miten autamme?',
    anonymous: false,
    child: { name: 'Aino Virtanen', birthDate: null, ground: schoolGround },
  });
  await openWay(mikko, { caseId }, [school, hospital], ['education']);
  expect(named((await choicesFor(mikko, ofMikko, caseId)).choices)).toEqual([['contribution', null]]);
  const looked = await choicesFor(mikko, ofMikko, caseId);
  await leena.do(changeWhereabouts, {
    params: { caseId },
    body: {
      version: 1,
      nonDisclosure: true,
      address: 'Rantakatu 4',
      municipality: 'Meriniemi',
      school: 'Meriniemen koulu',
    },
  });
  expect((await trySending(mikko, ofMikko, caseId, { looked })).error).toMatchObject({
    error: 'ground-missing',
    detail: { reason: 'tells-where' },
  });
  await room.write(leena, situation, { narrative: 'Käy koulua Meriniemessä.' });
  const choices = (await choicesFor(leena, id, caseId)).choices;
  expect(choices.find(({ entryKind }) => entryKind === 'situation')?.why).toBe('tells-where');
  const bundleId = await sendAll(leena, id, caseId);
  expect(JSON.stringify((await openBundle(heli, id, bundleId)).body)).not.toMatch(/Meriniem|Rantakatu/);
});
