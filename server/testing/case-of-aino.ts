// The case that most tests are about. Aino is 13. Around her: Leena (responsible) and Petri (working pair) of child
// protection, Mikko of the school, Sari of psychiatry, Aino's mother Minna, and Aino herself. Mikko is known to
// everybody, Sari only to child protection and the family. Each agency may give child protection its own class.
import { sql } from 'kysely';
import { expect } from 'vitest';
import { getWorkspace, openCase } from '../../shared/cases.ts';
import type { DataClass, MemberRole } from '../../shared/vocabulary.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import type { Person, World } from './world.ts';

type Participation = {
  dataClass?: DataClass;
  scope?: 'agency' | 'agencies' | 'everyone';
  agencyIds?: string[];
  familyScope?: 'none' | 'all';
};

export const childAino = {
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

/** Ways of changing who is in a case and on what ground, straight through the database's reviewed functions. */
export const doorsOf = (
  world: World,
  responsible: Person,
  caseId: string,
  clock?: { imposed(): Date | null },
) => {
  const db = openDatabase(world.pools.app);
  const change = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    asPerson(db, responsible.id, clock?.imposed() ?? null, 'read committed', async (tx) => {
      const result = await work(tx);
      await sql`update streams set access_epoch = access_epoch + 1 where id = ${caseId}`.execute(tx);
      return result;
    });
  return {
    add: (person: Person, role: MemberRole, participation: Participation = {}): Promise<string> =>
      change(async (tx) => {
        const { dataClass, scope, agencyIds, familyScope } = participation;
        const { rows } = await sql<{
          id: string;
        }>`select access.add_member(${caseId}, ${person.id}, ${person.affiliationId},
          ${role}, null, ${responsible.affiliationId}, ${dataClass ?? 'coordination'}, ${scope ?? 'everyone'},
          ${agencyIds ?? []}, ${familyScope ?? 'all'}, '{}') as id`.execute(tx);
        return rows[0]?.id ?? '';
      }),
    /** Lets texts of these classes go from one agency to another, on a statute. */
    allow: (from: string, to: string, classes: DataClass[]): Promise<void> =>
      change(async (tx) => {
        await sql`select access.record_ground(${caseId}, ${responsible.affiliationId}, 'statute', 'allow', false,
          'Sosiaalihuoltolaki 1301/2014, 41 §', null, ${from}, ${to}, ${classes}, 'Agreed at the first meeting', null)`.execute(
          tx,
        );
      }),
    end: (person: Person): Promise<void> =>
      change(async (tx) => {
        const { rows } = await sql<{
          id: string;
        }>`select id from memberships where case_id = ${caseId} and person_id = ${person.id} and ends_at is null`.execute(
          tx,
        );
        expect(rows).toHaveLength(1);
        await sql`select access.end_membership(${rows[0]?.id}, 'no longer needed')`.execute(tx);
      }),
  };
};

export const caseOfAino = async (world: World) => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const psychiatry = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const leena = await world.professional('Leena Kallio', home, 'social-worker');
  const petri = await world.professional('Petri Aalto', home, 'social-counsellor');
  const mikko = await world.professional('Mikko Rantanen', school, 'special-teacher');
  const sari = await world.professional('Sari Nieminen', psychiatry, 'psychiatric-nurse');
  const minna = await world.family('Minna Virtanen');
  const aino = await world.family('Aino Virtanen');
  const { id: caseId } = await leena.do(openCase, { body: childAino });
  const doors = doorsOf(world, leena, caseId);
  await doors.add(petri, 'working-pair');
  await doors.add(mikko, 'visiting');
  await doors.add(sari, 'visiting', { dataClass: 'health', scope: 'agencies' });
  await doors.add(minna, 'guardian');
  await doors.add(aino, 'child');
  await doors.allow(school, home, ['coordination', 'education']);
  await doors.allow(home, school, ['coordination', 'social']);
  await doors.allow(psychiatry, home, ['coordination', 'health']);
  await doors.allow(home, psychiatry, ['coordination', 'social', 'health']);
  /** What of the case this person sees now. */
  const seenBy = (person: Person) => person.do(getWorkspace, { params: { caseId } });
  return { caseId, home, school, psychiatry, leena, petri, mikko, sari, minna, aino, doors, seenBy };
};
export type CaseOfAino = Awaited<ReturnType<typeof caseOfAino>>;
