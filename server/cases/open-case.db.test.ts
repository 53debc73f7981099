// Opening a case over the real HTTP interface, on a real database with row-level security in force.
import { expect, test } from 'vitest';
import { getWorkspace, listCases, listLikeCases, openCase } from '../../shared/cases.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const colleague = await world.professional('Outi Salo', home, 'social-worker');

const aino = {
  childName: 'Aino Virtanen',
  childGivenName: 'Aino',
  birthDate: '2013-05-02',
  languages: ['fi'],
  interpreter: null,
  nonDisclosure: false,
  address: 'Rantakatu 4',
  municipality: 'Meriniemi',
  school: 'Meriniemen koulu',
  relations: [
    {
      kind: 'guardian' as const,
      name: 'Minna Virtanen',
      relation: 'mother',
      custody: 'joint' as const,
      custodyUntil: null,
      language: 'fi',
      phone: null,
    },
  ],
  formId: null,
};

test('a social worker opens a case and is its responsible worker', async () => {
  const { id } = await leena.do(openCase, { body: aino });
  const workspace = await leena.do(getWorkspace, { params: { caseId: id } });
  expect(workspace.case.childGivenName).toBe('Aino');
  expect(workspace.members.map((m) => [m.name, m.role])).toEqual([['Leena Kallio', 'responsible']]);
  expect(workspace.whereabouts?.address).toBe('Rantakatu 4');
  expect(workspace.case.can).toContain('open-assessment');
});

test('a retry with the same key opens no second case', async () => {
  const key = crypto.randomUUID();
  const first = await leena.do(openCase, { body: aino, key });
  const second = await leena.do(openCase, { body: aino, key });
  expect(second).toEqual(first);
});

test('a colleague of the same agency who is no member sees nothing, and the case looks as if it were not', async () => {
  const { id } = await leena.do(openCase, { body: aino });
  const hers = await colleague.try(getWorkspace, { params: { caseId: id } });
  const nothing = await colleague.try(getWorkspace, { params: { caseId: crypto.randomUUID() } });
  expect(hers.status).toBe(404);
  expect({ ...hers.error, requestId: '' }).toEqual({ ...nothing.error, requestId: '' });
  expect((await colleague.do(listCases)).cases).toEqual([]);
});

test('a likely duplicate is told to the responsible worker of the earlier case, never to the opener', async () => {
  const like = await colleague.do(listLikeCases, {
    query: { name: 'Aino Virtanen', birthDate: '2013-05-02' },
  });
  expect(like.cases).toEqual([]);
  await colleague.do(openCase, { body: aino });
  const notices = await world.pools.jobs.query('select 1');
  expect(notices.rowCount).toBe(1);
});
