// Parts of a case that many tests need: a child, a ground, an invitation.
import { getWorkspace, inviteMember, openCase } from '../../shared/cases.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import type { Person, World } from './open-world.ts';

export const aChild = {
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
    {
      kind: 'guardian' as const,
      name: 'Petri Laine',
      relation: 'father',
      custody: 'none' as const,
      custodyUntil: null,
      language: 'fi',
      phone: null,
    },
  ],
  formId: null,
};

export const openACase = async (by: Person, changes: Partial<typeof aChild> = {}): Promise<string> =>
  (await by.do(openCase, { body: { ...aChild, ...changes } })).id;

/** A permission of these classes, unless changed to something else; of a child, from one who understands. */
export const ground = (dataClasses: DataClass[], changes: Record<string, unknown> = {}) => ({
  kind: 'disclosure-permission' as const,
  effect: 'allow' as const,
  beatsProhibition: false,
  statute: null,
  givenBy: null,
  dataClasses,
  evidence: 'Lupa annettu kirjallisesti tapaamisessa.',
  until: null,
  ...(changes['kind'] === 'child-consent'
    ? { capacity: 'understands' as const, capacityReason: 'Kertoi omin sanoin, mitä päättää.' }
    : {}),
  ...changes,
});

const NewMember = inviteMember.body as NonNullable<typeof inviteMember.body>;

/** The body of an invitation: a visiting member whom everyone with a ground may know of. */
export const invitation = (who: Person, changes: Record<string, unknown> = {}) =>
  NewMember.parse({
    affiliationId: who.affiliationId,
    personId: who.id,
    role: 'visiting',
    endsOn: null,
    participation: { scope: 'everyone', agencyIds: [], familyScope: 'all' },
    toThem: ground(['coordination']),
    fromThem: ground(['coordination']),
    ...changes,
  });

export const invite = (by: Person, caseId: string, who: Person, changes: Record<string, unknown> = {}) =>
  by.do(inviteMember, { params: { caseId }, body: invitation(who, changes) });

export const inviteColleague = (
  by: Person,
  caseId: string,
  who: Person,
  role: 'team' | 'working-pair' | 'responsible' = 'team',
) => invite(by, caseId, who, { role, toThem: null, fromThem: null });

export const inviteFamily = (by: Person, caseId: string, who: Person, role: 'child' | 'guardian' | 'close') =>
  invite(by, caseId, who, { role, toThem: null, fromThem: null });

export const see = (who: Person, caseId: string) => who.do(getWorkspace, { params: { caseId } });
export const statusFor = async (who: Person, caseId: string) =>
  (await who.try(getWorkspace, { params: { caseId } })).status;
export const namesSeenBy = async (who: Person, caseId: string) =>
  (await see(who, caseId)).members.map((m) => m.name).sort();

/** A draft that its author has begun: nobody else's yet. */
export const draftOf = async (
  world: World,
  who: Person,
  caseId: string,
  agencyId: string,
  text: string,
): Promise<void> => {
  const [audience] = await world.write(
    who.id,
    `select access.intern_audience($1, $2, 'education', 'private', '{}', 'none', '{}', array[$3]::uuid[]) as key`,
    [caseId, agencyId, who.id],
  );
  await world.write(
    who.id,
    `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, fields, created_at, updated_at)
     values ($1, $2, $3, 'education', 'contribution', array[$4]::uuid[], $5, $6, now(), now())`,
    [
      caseId,
      audience?.key,
      agencyId,
      who.id,
      who.affiliationId,
      { narrative: { text, rev: 1, at: '2026-01-01T10:00:00.000Z' } },
    ],
  );
};
