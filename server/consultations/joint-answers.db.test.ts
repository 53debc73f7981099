// An answer that several write: who begins it, who sees it, what goes when it is sent, what is refused and loses nothing. Real:
// app, sockets, PostgreSQL with both rings.
import { expect, test, vi } from 'vitest';
import { answerConsultation, claimConsultation, reopenConsultation } from '../../shared/consultations.ts';
import { wordsOf } from '../../shared/document-words.ts';
import { beginJointAnswer } from '../../shared/joint-answers.ts';
import { endService, listServiceMembers } from '../../shared/services.ts';
import {
  about,
  because,
  claimed,
  newService,
  opened,
  putIn,
  saying,
  sent,
} from '../testing/consultation-parts.ts';
import { askedIn, begunBy, sentBy } from '../testing/joint-answer-parts.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';
import { openWriter } from '../testing/writer.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const address = await world.listen();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const advice = await newService(arja);
const psychiatry = await newService(helka, { kind: 'psychiatry', nameFi: 'Psykiatrian konsultaatio' });
await putIn(arja, advice, leena, 'expert');
await putIn(arja, advice, oskar, 'lead');
await putIn(helka, psychiatry, sari, 'expert');
await putIn(helka, psychiatry, jonna, 'expert');

const both = async () => {
  const id = await claimed(maria, advice, leena);
  await askedIn(leena, id, sari);
  const documentId = await begunBy(sari, id);
  const l = await openWriter(address, leena, documentId);
  const s = await openWriter(address, sari, documentId);
  await l.opened();
  await s.opened();
  const close = async () => {
    await l.close();
    await s.close();
  };
  /** The same words on both screens. */
  const same = () => eventually(() => l.words() === s.words(), 'the same words');
  return { id, documentId, l, s, same, close };
};
const gone = async (who: typeof maria, documentId: string): Promise<boolean> => {
  const writer = await openWriter(address, who, documentId);
  writer.open();
  const frame = await eventually(
    () => writer.frames.find((f) => f.t === 'document-gone' || f.t === 'document-state'),
    'an answer',
  );
  await writer.close();
  return frame.t === 'document-gone';
};

test('two experts of two agencies write one answer; whoever has it sends exactly that, and both are named on it', async () => {
  const { id, documentId, l, s, same, close } = await both();
  s.paragraph('Uni ensin.');
  await s.acknowledged();
  l.paragraph('Kerro vanhemmalle, mitä olet nähnyt.');
  await l.acknowledged();
  await same();
  const before = await opened(maria, id);
  expect(before.jointAnswer).toBeNull();
  expect(before.messages).toEqual([]);
  expect(JSON.stringify(before)).not.toContain(documentId);
  expect((await opened(oskar, id)).jointAnswer).toEqual({ documentId, sent: false });

  expect((await sentBy(sari, id, s.doc)).status).toBe(403);
  expect((await sentBy(leena, id, l.doc)).status).toBe(200);
  const { messages, state } = await opened(maria, id);
  expect(state).toBe('answered');
  expect(messages.at(-1)).toMatchObject({
    kind: 'answer',
    text: wordsOf(l.doc),
    author: { name: 'Leena Kallio' },
    writers: [{ name: 'Sari Niskanen' }, { name: 'Leena Kallio' }],
  });
  const { blocks = [], text = '' } = messages.at(-1) ?? {};
  expect(blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')).toBe(text);
  // Frozen: who had it open reads on and writes no more; so does whoever opens it later. To the asker it was never there.
  expect(await s.next('document-standing')).toMatchObject({ writes: false, frozen: true });
  const later = await openWriter(address, oskar, documentId);
  expect(await later.opened()).toMatchObject({ writes: false, frozen: true });
  await later.close();
  expect((await opened(oskar, id)).jointAnswer).toEqual({ documentId, sent: true });
  expect((await opened(maria, id)).jointAnswer).toBeNull();
  expect(await gone(maria, documentId)).toBe(true);
  await close();
});

test('whoever begins second lands in the first one’s, also at the same moment', async () => {
  const id = await claimed(maria, advice, leena);
  const [one, other] = await Promise.all([begunBy(leena, id), begunBy(oskar, id)]);
  expect(one).toBe(other);
  expect(await begunBy(leena, id)).toBe(one);
  const { rows } = await world.superuser('select id from joint_answers where consultation_id = $1', [id]);
  expect(rows).toHaveLength(1);
});

test('nobody on the asking side learns that one was begun: not from the request, its history, a hint or the document', async () => {
  const id = await claimed(maria, advice, leena);
  await new Promise((resolve) => setTimeout(resolve, 700));
  const before = JSON.stringify(await opened(maria, id));
  const asker = await connectLive(address, maria);
  const answering = await connectLive(address, oskar);
  const heard = asker.frames.length;
  const documentId = await begunBy(leena, id);
  await answering.next('consultations');
  const l = await openWriter(address, leena, documentId);
  await l.opened();
  l.paragraph('Kesken.');
  await l.acknowledged();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(asker.frames.slice(heard).filter(({ t }) => t !== 'beat')).toEqual([]);
  expect(JSON.stringify(await opened(maria, id))).toBe(before);
  expect((await maria.try(beginJointAnswer, about(id))).status).toBe(403);
  for (const who of [maria, jonna, arja]) expect(await gone(who, documentId)).toBe(true);
  for (const client of [asker, answering, l]) await client.close();
});

test('what tells who the child is is refused with its places; nothing is frozen, and all write on', async () => {
  const { id, l, s, same, close } = await both();
  s.paragraph('Soita äidille numeroon 050 555 0123.');
  await s.acknowledged();
  await same();
  const refused = await sentBy(leena, id, l.doc);
  expect(refused.error).toMatchObject({ error: 'identifying', places: [{ path: 'words', kind: 'phone' }] });
  const { from = 0, to = 0 } = refused.error?.places?.[0] ?? {};
  expect(wordsOf(l.doc).slice(from, to)).toContain('050 555 0123');
  // Still everybody's to write.
  const empty = s.doc.getXmlFragment('text').length - 1;
  s.remove(empty);
  s.paragraph('Oppilas Aino Virtanen hyötyy rytmistä.');
  await s.acknowledged();
  await same();
  expect((await sentBy(leena, id, l.doc, false)).error?.error).toBe('perhaps-identifying');
  expect(s.frames.some((f) => f.t === 'document-standing')).toBe(false);
  expect((await sentBy(leena, id, l.doc, true)).status).toBe(200);
  await close();
});

test('an empty one, none at all, and one that is not what the sender has read are not sent', async () => {
  const { id, l, s, same, close } = await both();
  expect((await sentBy(leena, id, l.doc)).error?.error).toBe('nothing-written');
  l.paragraph('Tämän luin.');
  await l.acknowledged();
  await same();
  const read = { ...l, words: wordsOf(l.doc) };
  s.paragraph('Tätä en lukenut.');
  await s.acknowledged();
  await same();
  const { sendJointAnswer } = await import('../../shared/joint-answers.ts');
  const answer = await leena.try(sendJointAnswer, {
    params: { consultationId: id },
    body: { words: read.words, checked: true },
  });
  expect(answer.error?.error).toBe('version-conflict');
  l.paragraph('Ja jatkan.');
  await l.acknowledged();
  const none = await claimed(maria, advice, leena);
  expect((await sentBy(leena, none, l.doc)).error?.error).toBe('nothing-written');
  await close();
});

test('opened again, a new answer begins a new document; what was left unsent goes on', async () => {
  const { id, documentId, l, close } = await both();
  l.paragraph('Ensimmäinen vastaus.');
  await l.acknowledged();
  await sentBy(leena, id, l.doc);
  await maria.do(reopenConsultation, because(id, 'Jatkuu'));
  const second = await begunBy(leena, id);
  expect(second).not.toBe(documentId);
  const l2 = await openWriter(address, leena, second);
  await l2.opened();
  expect(l2.words()).toBe('');
  l2.paragraph('Toista kirjoitetaan.');
  await l2.acknowledged();
  // Answered alone meanwhile: it stays as it was, and is gone on with when the request is opened again.
  await leena.do(answerConsultation, saying(id, 'Lyhyesti yksin.'));
  await maria.do(reopenConsultation, because(id, 'Vielä'));
  expect(await begunBy(leena, id)).toBe(second);
  expect((await sentBy(leena, id, l2.doc)).status).toBe(200);
  const texts = (await opened(maria, id)).messages.filter(({ kind }) => kind === 'answer');
  expect(texts.map(({ text, writers }) => [text.trim(), writers.length])).toEqual([
    ['Ensimmäinen vastaus.', 1],
    ['Lyhyesti yksin.', 0],
    ['Toista kirjoitetaan.', 1],
  ]);
  await l2.close();
  await close();
});

test('it is begun only once somebody has taken the request, by those who help to answer', async () => {
  const id = await sent(maria, advice);
  expect((await leena.try(beginJointAnswer, about(id))).error?.error).toBe('consultation-state');
  expect((await jonna.try(beginJointAnswer, about(id))).status).toBe(404);
  await leena.do(claimConsultation, about(id));
  expect((await opened(oskar, id)).can).toContain('write-together');
  expect((await opened(maria, id)).can).not.toContain('write-together');
});

test('a service in which an answer is written does not end; its administrator sees nothing of it', async () => {
  const { documentId, close } = await both();
  expect((await arja.try(endService, { params: { serviceId: advice }, body: {} })).error?.error).toBe(
    'open-requests',
  );
  const { members } = await arja.do(listServiceMembers, { params: { serviceId: advice } });
  expect(JSON.stringify(members)).not.toContain(documentId);
  expect(await gone(arja, documentId)).toBe(true);
  await close();
});
