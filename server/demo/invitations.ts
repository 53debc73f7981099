// Who joins a case of the demo region: people of the own agency and of the family, and other agencies on what the family
// agreed to.
import { getWorkspace, inviteMember } from '../../shared/cases.ts';
import { acceptMembership } from '../../shared/members.ts';
import type { AgencyKind, DataClass, MemberRole } from '../../shared/vocabulary.ts';
import { agencies, people, type SignInName } from './region.ts';
import type { Storyteller } from './storyteller.ts';

const agencyOf = (who: SignInName): { kind: AgencyKind } | null => {
  const affiliation = people[who].affiliation;
  return affiliation && agencies[affiliation[0]];
};

/** They open what they were invited to. */
const accept = (teller: Storyteller, caseId: string, who: SignInName, memberId: string): Promise<unknown> =>
  teller.as(who, acceptMembership, { params: { caseId, memberId }, body: {} });

/** Somebody of the own agency, or of the family: no ground is needed. In the order given. */
export const inviteOwn = async (
  teller: Storyteller,
  caseId: string,
  by: SignInName,
  roles: Partial<Record<SignInName, MemberRole>>,
): Promise<void> => {
  for (const [name, role] of Object.entries(roles)) {
    const { id: personId, affiliationId } = teller.people[name as SignInName];
    const { id } = await teller.as(by, inviteMember, {
      params: { caseId },
      body: {
        affiliationId,
        personId,
        role,
        endsOn: null,
        participation: { scope: 'everyone', agencyIds: [], familyScope: 'all' },
        purpose: '',
        toThem: null,
        fromThem: null,
      },
    });
    await accept(teller, caseId, name as SignInName, id);
  }
};

/** Asking an authority for what a child's matter needs. (verify) */
const rightToInformation = 'Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä 703/2023, 64 §';

/** What an agency knows in its own field. */
const ownField: Partial<Record<AgencyKind, DataClass>> = { education: 'education', psychiatry: 'health' };

const everything: readonly DataClass[] = ['coordination', 'shared-goal', 'child-voice', 'social'];

export type Agreement = {
  /** How the family's consent was given, in the words of who recorded it. */
  evidence: string;
  /** `home`: the other agencies do not learn that they take part. */
  partners: readonly {
    who: SignInName;
    known: 'everyone' | 'home';
    /** Why they are asked. */
    purpose?: string;
    /** They have not answered yet. */
    unanswered?: true;
  }[];
  /** What may go to them; without it, all that an assessment needs. */
  to?: readonly DataClass[];
};

/** Every guardian who has custody, as they are recorded. */
const guardiansOf = async (teller: Storyteller, caseId: string, by: SignInName): Promise<string[]> => {
  const { relations } = await teller.as(by, getWorkspace, { params: { caseId } });
  return relations.filter((r) => r.custody === 'joint' || r.custody === 'sole').map((r) => r.id);
};

/**
 * Those whom the family agreed to: to them on the consent, from them on the law. The second person of an agency comes
 * on the grounds that stand.
 */
export const invitePartners = async (
  teller: Storyteller,
  caseId: string,
  by: SignInName,
  { evidence, partners, to = everything }: Agreement,
): Promise<void> => {
  const grounded = new Set<object>();
  const givenByRelations = await guardiansOf(teller, caseId, by);
  const ground = { effect: 'allow', beatsProhibition: false, givenBy: null, evidence, until: null } as const;
  for (const { who, known, purpose = '', unanswered } of partners) {
    const agency = agencyOf(who);
    const field = agency && ownField[agency.kind];
    if (!agency || !field) throw new Error(`${who} is of no agency that a story invites`);
    const shared = to.filter((one) => one === 'coordination' || one === 'shared-goal');
    const first = !grounded.has(agency);
    grounded.add(agency);
    const { id } = await teller.as(by, inviteMember, {
      params: { caseId },
      body: {
        affiliationId: teller.people[who].affiliationId,
        personId: teller.people[who].id,
        role: 'visiting',
        endsOn: null,
        participation: {
          scope: known === 'everyone' ? 'everyone' : 'agencies',
          agencyIds: [],
          familyScope: 'all',
        },
        purpose,
        toThem: first
          ? { ...ground, kind: 'guardian-consent', statute: null, givenByRelations, dataClasses: [...to] }
          : null,
        fromThem: first
          ? { ...ground, kind: 'statute', statute: rightToInformation, dataClasses: [...shared, field] }
          : null,
      },
    });
    if (!unanswered) await accept(teller, caseId, who, id);
  }
};
