// The load of the kill drill: professionals who write in one case at the same time, and open cases of their own. Each
// remembers what was acknowledged, and nothing else.

import { openAssessment } from '../shared/assessments.ts';
import { inviteMember, openCase } from '../shared/cases.ts';
import { saveField, startEntry } from '../shared/entries.ts';
import type { PatientClient } from './patient-client.ts';
import type { Professional } from './team.ts';

export type Written = { readonly entryId: string; saves: number; text: string };
export type Acknowledged = { readonly written: Written[]; readonly opened: Map<string, string> };

const newCase = (childName: string) => ({
  childName,
  childGivenName: 'Lapsi',
  birthDate: '2014-03-04',
  languages: ['fi'],
  interpreter: null,
  nonDisclosure: false,
  address: null,
  municipality: 'Meriniemi',
  school: null,
  relations: [],
  formId: null,
});

/** One case with the whole team in it, an assessment, and a draft of each member. */
export const prepare = async (client: PatientClient, team: readonly Professional[]) => {
  const [first, ...others] = team;
  if (!first) throw new Error('a team of nobody');
  const acknowledged: Acknowledged = { written: [], opened: new Map() };
  const { id: caseId } = await client.do(first, openCase, { body: newCase('Yhteinen Lapsi') });
  acknowledged.opened.set('Yhteinen Lapsi', caseId);
  for (const other of others) {
    await client.do(first, inviteMember, {
      params: { caseId },
      body: {
        affiliationId: other.affiliationId,
        personId: other.id,
        role: 'team',
        endsOn: null,
        participation: { scope: 'everyone', agencyIds: [], familyScope: 'none' },
        toThem: null,
        fromThem: null,
      },
    });
  }
  const today = new Date().toISOString().slice(0, 10);
  const { id: assessmentId } = await client.do(first, openAssessment, {
    params: { caseId },
    body: { trigger: 'contact', beganOn: today, decidedOn: null },
  });
  for (const who of team) {
    const { id: entryId } = await client.do(who, startEntry, {
      body: { kind: 'dissent', caseId, assessmentId, parentId: null, about: null, pairId: null },
    });
    acknowledged.written.push({ entryId, saves: 0, text: '' });
  }
  return { caseId, acknowledged };
};

const openEvery = 12;

export const startWriters = (
  client: PatientClient,
  team: readonly Professional[],
  { written, opened }: Acknowledged,
) => {
  let [stopped, done] = [false, 0];
  let gate: Promise<void> = Promise.resolve();
  let open: () => void = () => undefined;
  let waiting = 0;

  const save = async (who: Professional, own: Written, n: number) => {
    const text = `Kirjaus ${n}. ${'Aamut ovat vaikeita. '.repeat(n % 7)}`;
    const body = { base: own.saves, text, device: `device${own.entryId.slice(-6)}` };
    await client.do(who, saveField, { params: { entryId: own.entryId, field: 'narrative' }, body });
    own.saves += 1;
    own.text = text;
  };
  const openOne = async (who: Professional, index: number, n: number) => {
    const name = `Lapsi ${index}-${n}`;
    opened.set(name, (await client.do(who, openCase, { body: newCase(name) })).id);
  };
  const loops = team.map(async (who, index) => {
    for (let n = 1; !stopped; n += 1) {
      waiting += 1;
      await gate;
      waiting -= 1;
      if (stopped) return;
      const own = written[index];
      if (own && (n + index) % openEvery !== 0) await save(who, own, n);
      else await openOne(who, index, n);
      done += 1;
    }
  });
  const failed = Promise.all(loops);
  return {
    done: (): number => done,
    /** Rejects when a writer met what no writer should meet. */
    failed,
    /** Lets what is under way be acknowledged, and holds everybody there. */
    pause: async (): Promise<void> => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
      while (waiting < team.length) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    resume: (): void => open(),
    stop: async (): Promise<void> => {
      stopped = true;
      open();
      await failed;
    },
  };
};
