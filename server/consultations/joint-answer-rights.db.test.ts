// A right to write the answer together that ends, of every kind: the open editor loses it at once, and what was typed while it
// ended is a private note of its writer. Real: app, sockets, PostgreSQL with both rings.
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import {
  answerConsultation,
  claimConsultation,
  closeConsultation,
  handOnConsultation,
  releaseConsultation,
  reopenConsultation,
  setConsultationDeputy,
  withdrawConsultation,
} from '../../shared/consultations.ts';
import {
  acceptPassed,
  answerExpertInvitation,
  inviteExpert,
  passOn,
} from '../../shared/consultations-together.ts';
import { listNotes } from '../../shared/entries.ts';
import { sendJointAnswer } from '../../shared/joint-answers.ts';
import { endServiceMember, listServiceMembers, setServiceMember } from '../../shared/services.ts';
import { about, because, newService, putIn, saying, sent } from '../testing/consultation-parts.ts';
import { askedIn, begunBy, sendingOf } from '../testing/joint-answer-parts.ts';
import { eventually } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';
import { openWriter } from '../testing/writer.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const address = await world.listen();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Kuraattori', school, 'school-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const pia = await world.professional('Pia Sijainen', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const psychiatry = await newService(helka, { kind: 'psychiatry', nameFi: 'Psykiatrian konsultaatio' });
await putIn(helka, psychiatry, sari, 'expert');
await putIn(helka, psychiatry, jonna, 'expert');

/** A team of its own for each test, with somebody of the asker's school in it; Leena has the request, Sari was asked in. */
const begun = async () => {
  const serviceId = await newService(arja, { kind: 'standing-team' });
  for (const who of [leena, oskar, kaisa]) await putIn(arja, serviceId, who, 'expert');
  const id = await sent(maria, serviceId);
  await leena.do(claimConsultation, about(id));
  await askedIn(leena, id, sari);
  const documentId = await begunBy(leena, id);
  const l = await openWriter(address, leena, documentId);
  await l.opened();
  return { id, serviceId, documentId, l };
};
type Begun = Awaited<ReturnType<typeof begun>>;

const memberIdOf = async (serviceId: string, who: Person): Promise<string> => {
  const { members } = await arja.do(listServiceMembers, { params: { serviceId } });
  return members.find(({ personId }) => personId === who.id)?.id ?? '';
};

const away = async (who: Person, substitute: Person): Promise<string> =>
  (
    await who.do(recordAbsence, {
      body: {
        affiliationId: who.affiliationId ?? '',
        substituteAffiliationId: substitute.affiliationId ?? '',
        from: new Date().toISOString(),
        until: new Date(Date.now() + 3_600_000).toISOString(),
      },
    })
  ).id;
let absenceId = '';

type Ending = {
  readonly says: string;
  readonly writer: Person;
  /** Before it is opened. */
  readonly first?: (all: Begun) => Promise<unknown>;
  readonly before?: (all: Begun) => Promise<unknown>;
  readonly after?: () => Promise<unknown>;
  readonly act: (all: Begun) => Promise<unknown>;
  readonly to: 'gone' | 'read-only';
};
const endings: readonly Ending[] = [
  {
    says: 'whoever has it gives it back',
    writer: oskar,
    act: ({ id }) => leena.do(releaseConsultation, because(id, 'En ehdi')),
    to: 'read-only',
  },
  {
    says: 'another service accepts it',
    writer: oskar,
    before: ({ id }) =>
      leena.do(passOn, {
        params: { consultationId: id },
        body: { serviceId: psychiatry, reason: 'Teille', ground: null },
      }),
    act: ({ id }) => jonna.do(acceptPassed, about(id)),
    to: 'gone',
  },
  {
    says: 'the expert takes part no more',
    writer: sari,
    act: ({ id }) =>
      sari.do(answerExpertInvitation, {
        params: { consultationId: id },
        body: { accept: false, reason: '' },
      }),
    to: 'gone',
  },
  {
    says: 'the asker withdraws it',
    writer: sari,
    act: ({ id }) => maria.do(withdrawConsultation, because(id, 'Ratkesi')),
    to: 'gone',
  },
  {
    says: 'it is answered by one alone',
    writer: oskar,
    act: ({ id }) => leena.do(answerConsultation, saying(id, 'Vastaan yksin.')),
    to: 'read-only',
  },
  {
    says: 'it is sent',
    writer: sari,
    before: async ({ l }) => {
      l.paragraph('Valmis.');
      await l.acknowledged();
    },
    act: ({ id, l }) => leena.do(sendJointAnswer, sendingOf(id, l.doc)),
    to: 'read-only',
  },
  {
    says: 'somebody of the team becomes the asker’s deputy',
    writer: kaisa,
    act: ({ id }) =>
      maria.do(setConsultationDeputy, {
        params: { consultationId: id },
        body: { affiliationId: kaisa.affiliationId },
      }),
    to: 'gone',
  },
  {
    says: 'their place in the service ends',
    writer: oskar,
    act: async ({ serviceId }) =>
      arja.do(endServiceMember, {
        params: { serviceId, serviceMemberId: await memberIdOf(serviceId, oskar) },
        body: {},
      }),
    to: 'gone',
  },
  {
    says: 'the one is back for whom they stood in',
    writer: pia,
    first: async () => {
      absenceId = await away(oskar, pia);
    },
    act: () => oskar.do(endAbsence, { params: { absenceId }, body: {} }),
    to: 'gone',
  },
  {
    says: 'they stand in for the asker from now on',
    writer: kaisa,
    act: async () => {
      absenceId = await away(maria, kaisa);
    },
    after: () => maria.do(endAbsence, { params: { absenceId }, body: {} }),
    to: 'gone',
  },
];

/** The act is under way and its right has ended, but nothing of it is committed yet, when the words come. */
const typedMeanwhile = async (act: () => Promise<unknown>, type: () => void): Promise<void> => {
  const other = new pg.Client({ connectionString: world.database.superuserUrl });
  await other.connect();
  let done: Promise<unknown> | undefined;
  try {
    await other.query('begin');
    // The last thing that every command does is to raise the streams of those whom it tells.
    await other.query('select from streams for update');
    const waiting = (count: number, who: string) =>
      eventually(async () => {
        // What a transaction has seen of others it sees so until its end.
        await other.query('select pg_stat_clear_snapshot()');
        const { rowCount } = await other.query(`select from pg_locks l join pg_stat_activity a using (pid)
            where not l.granted and a.datname = current_database()`);
        return (rowCount ?? 0) >= count;
      }, who);
    done = act();
    await waiting(1, 'the act to wait');
    type();
    await waiting(2, 'the writing to wait for the act');
    await other.query('commit');
  } finally {
    await other.end();
    await done;
  }
};

test.each(endings.map((ending) => [ending.says, ending] as const))(
  '%s: the open editor loses it at once, and what was typed too late is a note',
  async (_, { writer, first, before, act, after, to }) => {
    const all = await begun();
    await first?.(all);
    const w = await openWriter(address, writer, all.documentId);
    expect((await w.opened()).writes).toBe(true);
    w.paragraph('Tämä ehti.');
    await w.acknowledged();
    await eventually(() => all.l.words().includes('Tämä ehti.'), 'the words');
    await before?.(all);
    await typedMeanwhile(
      () => act(all),
      () => w.paragraph('Tämä ei ehtinyt.'),
    );
    const ended = to === 'gone' ? await w.next('document-gone') : await w.refused();
    if (to === 'read-only') expect(await w.next('document-standing')).toMatchObject({ writes: false });
    expect(ended.noteId).not.toBeNull();
    const { notes } = await writer.do(listNotes);
    expect(notes.find(({ id }) => id === ended.noteId)?.fields['narrative']?.text).toBe('Tämä ei ehtinyt.');
    const { rows } = await world.superuser(
      `select count(*)::int as count from document_updates where document_id = $1 and person_id = $2`,
      [all.documentId, writer.id],
    );
    expect(rows[0]?.['count']).toBe(1);
    // Whoever may not read it finds nothing when they come again.
    const again = await openWriter(address, writer, all.documentId);
    again.open();
    if (to === 'gone') await again.next('document-gone');
    else expect(await again.next('document-state')).toMatchObject({ writes: false });
    for (const one of [w, again, all.l]) await one.close();
    await after?.();
  },
);

test('closed, an unfinished one is gone to the expert at once; opened again after an answer, it is written on', async () => {
  const { id, documentId, l } = await begun();
  const s = await openWriter(address, sari, documentId);
  await s.opened();
  await leena.do(answerConsultation, saying(id, 'Vastaan yksin.'));
  await s.next('document-standing', (f) => !f.writes);
  const heard = s.frames.length;
  await maria.do(reopenConsultation, because(id, 'Jatkuu'));
  await s.next('document-standing', (f) => f.writes, heard);
  s.paragraph('Jatketaan.');
  await s.acknowledged();
  await leena.do(answerConsultation, saying(id, 'Taas yksin.'));
  await maria.do(closeConsultation, because(id, 'Valmis'));
  await s.next('document-gone');
  for (const one of [s, l]) await one.close();
});

test('given back and taken again, it is written on by whoever is there; handed on, nobody is disturbed', async () => {
  const { id, documentId, l } = await begun();
  const o = await openWriter(address, oskar, documentId);
  await o.opened();
  await leena.do(releaseConsultation, because(id, 'En ehdi'));
  await o.next('document-standing', (f) => !f.writes);
  const heard = o.frames.length;
  await oskar.do(claimConsultation, about(id));
  await o.next('document-standing', (f) => f.writes, heard);
  await oskar.do(handOnConsultation, {
    params: { consultationId: id },
    body: { affiliationId: leena.affiliationId ?? '', reason: null },
  });
  o.paragraph('Kirjoitan edelleen.');
  await o.acknowledged();
  await eventually(() => l.words().includes('Kirjoitan edelleen.'), 'the words');
  expect((await oskar.try(sendJointAnswer, sendingOf(id, o.doc))).status).toBe(403);
  expect((await leena.try(sendJointAnswer, sendingOf(id, l.doc))).status).toBe(200);
  for (const one of [o, l]) await one.close();
});

test('whoever was asked in reads nothing of it until they say yes', async () => {
  const { id, documentId, l } = await begun();
  await leena.do(inviteExpert, {
    params: { consultationId: id },
    body: { affiliationId: jonna.affiliationId ?? '', words: 'Tule mukaan', ground: null },
  });
  const j = await openWriter(address, jonna, documentId);
  j.open();
  await j.next('document-gone');
  await jonna.do(answerExpertInvitation, {
    params: { consultationId: id },
    body: { accept: true, reason: '' },
  });
  expect((await j.opened()).writes).toBe(true);
  for (const one of [j, l]) await one.close();
});

test('a place in the service that ends by itself ends the writing on its minute', async () => {
  const { serviceId, documentId, l } = await begun();
  const o = await openWriter(address, oskar, documentId);
  await o.opened();
  await arja.do(setServiceMember, {
    params: { serviceId },
    body: {
      affiliationId: oskar.affiliationId ?? '',
      role: 'expert',
      endsAt: new Date(Date.now() + 1_500).toISOString(),
    },
  });
  o.paragraph('Vielä ehtii.');
  await o.acknowledged();
  await o.next('document-gone');
  for (const one of [o, l]) await one.close();
});

test('another service that has it begins an answer of its own; the first one’s words stay with those who wrote them', async () => {
  const { id, documentId, l } = await begun();
  l.paragraph('Meidän luonnoksemme.');
  await l.acknowledged();
  await leena.do(passOn, {
    params: { consultationId: id },
    body: { serviceId: psychiatry, reason: 'Teille', ground: null },
  });
  await jonna.do(acceptPassed, about(id));
  const own = await begunBy(jonna, id);
  expect(own).not.toBe(documentId);
  // The expert is in the new service, and writes with it: what the old team wrote is not theirs to read any more.
  const s = await openWriter(address, sari, documentId);
  s.open();
  await s.next('document-gone');
  await s.close();
  const s2 = await openWriter(address, sari, own);
  expect((await s2.opened()).writes).toBe(true);
  expect(s2.words()).toBe('');
  for (const one of [s2, l]) await one.close();
});
