// What was found to tell who a child is, and was left out before sending, is nowhere any more: in no table, event, mail or line of
// the log. Real: app, database, log; every table there is is searched.
import { expect, test, vi } from 'vitest';
import {
  askMore,
  checkConsultationDraft,
  claimConsultation,
  saveConsultationDraft,
  sendConsultation,
  tellMore,
} from '../../shared/consultations.ts';
import {
  about,
  aQuestion,
  newService,
  opened,
  putIn,
  saying,
  startedDraft,
} from '../testing/consultation-parts.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const lines: string[] = [];
const world = await testWorld({
  env: { LOG_LEVEL: 'trace' },
  logTo: { write: (line) => void lines.push(line) },
});
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const service = await newService(arja);
await putIn(arja, service, leena, 'expert');

const flagged = {
  code: '131052-308T',
  telephone: '040 765 4321',
  mail: 'tuutikki.pakarinen@perhe.example',
  street: 'Kuusitie 14 B 7',
  name: 'Tuutikki Pakarinen',
};
const telling = `${flagged.name} (${flagged.code}), ${flagged.street}, äiti ${flagged.telephone}, ${flagged.mail}, on ollut poissa.`;
const clean = 'Oppilas on ollut poissa kolme viikkoa. Miten otan asian puheeksi?';

/** Every table and the names of those in which the words stand, in whatever column. */
const holding = async (words: string): Promise<string[]> => {
  const { rows } = await world.superuser(
    `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  expect(rows.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await world.superuser(
      `select 1 from ${String(name)} t where t::text ilike '%' || $1 || '%' limit 1`,
      [words],
    );
    if (rowCount) found.push(String(name));
  }
  return found;
};

test('what was flagged in a draft is in no table, event, mail or log once it is sent without it', async () => {
  const { id, rev } = await startedDraft(maria, { serviceId: service, question: telling });
  const { findings } = await maria.do(checkConsultationDraft, { params: { draftId: id } });
  expect(new Set(findings.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
  // The search finds what is there: as long as it is a draft it stands in it, and nowhere else.
  for (const words of Object.values(flagged)) expect(await holding(words)).toEqual(['consultation_drafts']);
  const refused = await maria.try(sendConsultation, {
    params: { draftId: id },
    body: { rev, checked: true },
  });
  expect(refused.status).toBe(409);
  for (const words of Object.values(flagged)) expect(await holding(words)).toEqual(['consultation_drafts']);

  const fields = { ...aQuestion, serviceId: service, question: clean };
  const saved = await maria.do(saveConsultationDraft, { params: { draftId: id }, body: { rev, fields } });
  const sent = await maria.do(sendConsultation, {
    params: { draftId: id },
    body: { rev: saved.rev, checked: true },
  });
  await leena.do(claimConsultation, about(sent.id));
  await leena.do(askMore, saying(sent.id, 'Kuinka pitkään?'));
  // Nor does anything of a turn that was refused stay behind.
  const turn = await maria.try(tellMore, saying(sent.id, `Soita äidille, ${flagged.telephone}.`));
  expect(turn.status).toBe(409);
  for (const words of Object.values(flagged)) expect(await holding(words)).toEqual([]);
  expect((await opened(leena, sent.id)).question).toBe(clean);
  expect(await holding('kolme viikkoa')).toEqual(['consultations']);
  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(5);
  for (const words of [...Object.values(flagged), 'Tuutikki', 'kolme viikkoa'])
    expect(log).not.toContain(words);
});
