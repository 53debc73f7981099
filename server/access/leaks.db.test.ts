// Ways by which what is hidden could still be guessed at or come back, over the real interface and database.
import { beforeEach, expect, test } from 'vitest';
import { openAssessment } from '../../shared/assessments.ts';
import { addRelation, changeWhereabouts, recordGround, withdrawGround } from '../../shared/cases.ts';
import {
  type Audience,
  getDefaultAudience,
  saveField,
  shareEntry,
  startEntry,
  takeBackEntry,
} from '../../shared/entries.ts';
import { ground, invite, inviteFamily, openACase, see, statusFor } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const vesa = await world.professional('Vesa Vieras', home, 'social-counsellor');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const minna = await world.family('Minna Virtanen');

let caseId: string;
beforeEach(async () => {
  caseId = await openACase(leena);
  await inviteFamily(leena, caseId, minna, 'guardian');
  await invite(leena, caseId, maria, { toThem: ground(['coordination', 'social']) });
});

const inviteTheClinic = () =>
  invite(leena, caseId, jonna, {
    participation: { scope: 'agencies', agencyIds: [], familyScope: 'none' },
    toThem: ground(['coordination', 'social'], { evidence: 'Nuoren oma lupa.' }),
    fromThem: ground(['health']),
  });
const record = (by: Person, given: ReturnType<typeof ground>, from: string | null, to: string | null) =>
  by.try(recordGround, { params: { caseId }, body: { fromAgencyId: from, toAgencyId: to, ground: given } });

const aSituation = async () => {
  const { id: assessmentId } = await leena.do(openAssessment, {
    params: { caseId },
    body: { trigger: 'contact', beganOn: '2026-01-07', decidedOn: null },
  });
  const { id } = await leena.do(startEntry, {
    body: { kind: 'situation', caseId, assessmentId, parentId: null, about: null, pairId: null },
  });
  await leena.do(saveField, {
    params: { entryId: id, field: 'narrative' },
    body: { base: 0, text: 'Tilanne on vakava.', device: 'leena123' },
  });
  return id;
};
const share = async (entryId: string, agencyIds: string[]) => {
  const version = (await see(leena, caseId)).entries.find((e) => e.id === entryId)?.version ?? 0;
  await leena.do(shareEntry, {
    params: { entryId },
    body: {
      version,
      audience: { dataClass: 'social', scope: 'agencies', agencyIds, familyScope: 'none', familyIds: [] },
    },
  });
};

test('a guardian does not learn of the clinic by the grounds on which it was invited', async () => {
  await inviteTheClinic();
  const seen = JSON.stringify(await see(minna, caseId));
  expect(seen).toContain(school);
  for (const trace of [clinic, jonna.id, 'psykiatria', 'oma lupa']) expect(seen).not.toContain(trace);
  expect((await see(leena, caseId)).grounds.filter((g) => g.fromAgencyId === clinic)).toHaveLength(1);
});

test('who gave a ground sees it, also where the family knows nothing of its agency', async () => {
  await record(leena, ground(['health'], { givenBy: minna.id }), clinic, home);
  expect((await see(minna, caseId)).grounds.filter((g) => g.fromAgencyId === clinic)).toHaveLength(1);
});

test('the teacher reads a text without learning who else may read it', async () => {
  await inviteTheClinic();
  const entryId = await aSituation();
  await share(entryId, [school, clinic]);
  const teachers = await see(maria, caseId);
  expect(teachers.entries.find((e) => e.id === entryId)?.audience.agencyIds).toEqual([school]);
  expect(JSON.stringify(teachers)).not.toContain(clinic);
  const own = await see(leena, caseId);
  expect(own.entries.find((e) => e.id === entryId)?.audience.agencyIds).toEqual([school, clinic].sort());
  // Nor by commenting on it.
  const { id } = await maria.do(startEntry, {
    body: { kind: 'comment', caseId, assessmentId: null, parentId: entryId, about: null, pairId: null },
  });
  const audience = await maria.do(getDefaultAudience, { params: { entryId: id } });
  expect(audience.agencyIds).toEqual([home]);
});

test('a text that was chosen for an agency unknown to its reader looks like one that was chosen for none', async () => {
  await inviteTheClinic();
  const entryId = await aSituation();
  const shown = async (audience: Partial<Audience>) => {
    const version = (await see(leena, caseId)).entries.find((e) => e.id === entryId)?.version ?? 0;
    const whole = {
      dataClass: 'social',
      agencyIds: [],
      familyScope: 'all',
      familyIds: [],
      ...audience,
    } as Audience;
    await leena.do(shareEntry, { params: { entryId }, body: { version, audience: whole } });
    const { version: _version, ...entry } =
      (await see(minna, caseId)).entries.find((e) => e.id === entryId) ?? {};
    return entry;
  };
  expect(await shown({ scope: 'agencies', agencyIds: [clinic] })).toEqual(await shown({ scope: 'agency' }));
});

test('to whom the case is closed, its commands are closed too, and what they were writing is kept', async () => {
  const entryId = await aSituation();
  await share(entryId, [school]);
  const { id } = await maria.do(startEntry, {
    body: { kind: 'comment', caseId, assessmentId: null, parentId: entryId, about: null, pairId: null },
  });
  await record(leena, ground(['coordination'], { effect: 'prohibit', kind: 'child-consent' }), null, school);
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await record(maria, ground(['education']), school, home)).status).toBe(404);
  const kept = await maria.do(saveField, {
    params: { entryId: id, field: 'narrative' },
    body: { base: 0, text: 'Kommentti.', device: 'maria123' },
  });
  expect(kept.kept).toBe('note');
});

test('whoever only heard a prohibition does not lift it', async () => {
  await inviteTheClinic();
  const prohibition = ground(['health'], { effect: 'prohibit', kind: 'child-consent' });
  const { body } = await record(maria, prohibition, clinic, school);
  const lift = (by: Person) => by.try(withdrawGround, { params: { caseId, groundId: body.id }, body: {} });
  expect((await lift(maria)).status).toBe(403);
  expect((await lift(leena)).status).toBe(200);
});

test('a visiting colleague of the home agency opens no other agency’s entries', async () => {
  await invite(leena, caseId, vesa, { role: 'visiting', toThem: null, fromThem: null });
  expect((await record(vesa, ground(['health']), clinic, home)).status).toBe(403);
  expect((await record(vesa, ground(['social']), home, school)).status).toBe(200);
  expect(
    (
      await vesa.try(addRelation, {
        params: { caseId },
        body: {
          kind: 'close',
          name: 'X',
          relation: 'x',
          custody: null,
          custodyUntil: null,
          language: null,
          phone: null,
        },
      })
    ).status,
  ).toBe(403);
});

const stillDelivered = async (text: string) => {
  const { rows } = await world.superuser(
    `select kind from events where stream_id = $1 and acl_key <> 1 and payload::text like '%' || $2 || '%'
       and acl_key in (select acl_key from acl_members where person_id = any ($3))`,
    [caseId, text, [maria.id, minna.id]],
  );
  return rows.map((row) => row['kind']);
};
const move = async (nonDisclosure: boolean, address: string) => {
  const { version = 0 } = (await see(leena, caseId)).whereabouts ?? {};
  const body = { version, nonDisclosure, address, municipality: 'Meriniemi', school: null };
  await leena.do(changeWhereabouts, { params: { caseId }, body });
};

test('an address waits for nobody outside the home agency, with and without turvakielto', async () => {
  for (const nonDisclosure of [false, true, false]) {
    await move(nonDisclosure, 'Uusi katu 7');
    expect(await stillDelivered('Uusi katu')).toEqual([]);
  }
});

test('a text that was taken back waits for nobody who comes back later', async () => {
  const entryId = await aSituation();
  await share(entryId, [school]);
  expect(await stillDelivered('vakava')).toEqual(['entry.shared']);
  const version = (await see(leena, caseId)).entries.find((e) => e.id === entryId)?.version ?? 0;
  await leena.do(takeBackEntry, { params: { entryId }, body: { version } });
  expect(await stillDelivered('vakava')).toEqual([]);
  await share(entryId, [school]);
  expect(await stillDelivered('vakava')).toEqual(['entry.shared']);
});

test('to withdraw a ground that has run out does not lengthen it', async () => {
  const { body } = await record(leena, ground(['social']), home, school);
  const past = '[2026-01-01,2026-02-01)';
  await world.superuser(`update grounds set valid = $2::tstzrange where id = $1`, [body.id, past]);
  await leena.do(withdrawGround, { params: { caseId, groundId: body.id }, body: {} });
  const found = await world.superuser(`select valid = $2::tstzrange as same from grounds where id = $1`, [
    body.id,
    past,
  ]);
  expect(found.rows[0]).toEqual({ same: true });
});
