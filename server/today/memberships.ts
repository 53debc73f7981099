// What of memberships waits or ends: invitations not answered, responsibility that is offered, what ends within the week.
import { sql } from 'kysely';
import type { Today } from '../../shared/today.ts';
import { GroundKind, MemberRole } from '../../shared/vocabulary.ts';
import type { Acting } from '../access/actor.ts';
import type { AllRights } from '../access/reading-all.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { CaseNames } from './case-names.ts';

const dayMs = 24 * 3_600_000;
const remindDays = 7;

type Offer = Today['handovers'][number] & { readonly toMembershipId: string };

/** Open offers to the viewer, and the viewer's own. */
export const readOffers = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  { personId, affiliationId }: Acting,
): Promise<Offer[]> => {
  const caseIds = [...rights.cases.keys()];
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('handovers as h')
    .innerJoin('memberships as f', 'f.id', 'h.from_membership_id')
    .innerJoin('memberships as t', 't.id', 'h.to_membership_id')
    .innerJoin('people as fp', 'fp.id', 'f.person_id')
    .innerJoin('people as tp', 'tp.id', 't.person_id')
    .selectAll('h')
    .select([
      'f.person_id as giver_id',
      't.person_id as receiver_id',
      't.affiliation_id as receives_in',
      'fp.name as giver',
      'tp.name as receiver',
    ])
    .where('h.case_id', 'in', caseIds)
    .where('h.closed_at', 'is', null)
    .where(rights.opens('h.acl_key'))
    .orderBy('h.offered_at')
    .execute();
  return rows
    .filter((h) => h.giver_id === personId || (h.receiver_id === personId && h.receives_in === affiliationId))
    .flatMap((h) => {
      const name = names.get(h.case_id);
      const toMe = h.receiver_id === personId;
      if (!name) return [];
      return {
        ...name,
        handoverId: h.id,
        toMembershipId: h.to_membership_id,
        direction: toMe ? ('to-me' as const) : ('from-me' as const),
        name: toMe ? h.giver : h.receiver,
        message: h.message,
        giverBecomes: h.giver_becomes === 'leaves' ? ('leaves' as const) : ('team' as const),
        offeredAt: h.offered_at.toISOString(),
      };
    });
};

type Grounds = Today['invitations'][number]['grounds'];

/** Valid permissions of the case by which something may come to the agency, each named once. */
const groundsOf = async (
  tx: Tx,
  rights: AllRights,
  caseId: string,
  agencyId: string | null,
  at: Date,
): Promise<Grounds> => {
  if (agencyId === null) return [];
  const rows = await tx
    .selectFrom('grounds')
    .select(['kind', 'statute'])
    .distinct()
    .where('case_id', '=', caseId)
    .where('to_agency_id', '=', agencyId)
    .where('effect', '=', 'allow')
    .where(sql<boolean>`valid @> ${at}::timestamptz`)
    .where(rights.opens('acl_key'))
    .orderBy('kind')
    .execute();
  return rows.map((g) => ({ kind: GroundKind.parse(g.kind), statute: g.statute }));
};

/** An invitation that came with an offer of responsibility is answered with the offer. */
export const readInvitations = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  { personId, affiliationId }: Acting,
  at: Date,
  offers: readonly Offer[],
): Promise<Today['invitations']> => {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('cases as c', 'c.id', 'm.case_id')
    .innerJoin('agencies as g', 'g.id', 'c.owner_agency_id')
    .leftJoin('membership_invitations as i', 'i.membership_id', 'm.id')
    .leftJoin('affiliations as a', 'a.id', 'm.affiliation_id')
    .leftJoin('affiliations as b', 'b.id', 'm.invited_by')
    .leftJoin('people as p', 'p.id', 'b.person_id')
    .select(['m.id', 'm.case_id', 'm.role', 'm.starts_at', 'm.ends_at', 'i.purpose', 'a.agency_id'])
    .select(['g.name_fi', 'g.name_sv', 'p.name'])
    // Named where the viewer may read that the inviter takes part.
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('memberships as x')
            .select('x.id')
            .whereRef('x.case_id', '=', 'm.case_id')
            .whereRef('x.person_id', '=', 'b.person_id')
            .where(rights.opens('x.acl_key')),
        )
        .as('known'),
    )
    .where('m.person_id', '=', personId)
    .where('m.affiliation_id', affiliationId === null ? 'is' : '=', affiliationId)
    .where('m.accepted_at', 'is', null)
    .where('m.starts_at', '<=', at)
    .where((eb) => eb.or([eb('m.ends_at', 'is', null), eb('m.ends_at', '>', at)]))
    .where(rights.opens('c.acl_key'))
    .orderBy('m.starts_at')
    .execute();
  const found = rows.filter((m) => !offers.some((offer) => offer.toMembershipId === m.id));
  const invitations: Today['invitations'] = [];
  for (const m of found) {
    const name = names.get(m.case_id);
    if (!name) continue;
    invitations.push({
      ...name,
      memberId: m.id,
      role: MemberRole.parse(m.role),
      invitedByName: m.known ? m.name : null,
      agencyNameFi: m.name_fi,
      agencyNameSv: m.name_sv,
      purpose: m.purpose ?? '',
      grounds: await groundsOf(tx, rights, m.case_id, m.agency_id, at),
      invitedAt: m.starts_at.toISOString(),
      endsAt: m.ends_at?.toISOString() ?? null,
    });
  }
  return invitations;
};

/** A substitute's end is told with the absence, and that of a broken glass with what is open so. */
export const readEnding = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  personId: string,
  at: Date,
): Promise<Today['ending']> => {
  const caseIds = [...rights.cases.keys()];
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.case_id', 'm.person_id', 'p.name', 'm.ends_at'])
    .where('m.case_id', 'in', caseIds)
    .where('m.substitutes_for', 'is', null)
    .where('m.role', '<>', 'break-glass')
    .where('m.ends_at', '>', at)
    .where('m.ends_at', '<=', new Date(at.getTime() + remindDays * dayMs))
    .where(rights.opens('m.acl_key'))
    .orderBy('m.ends_at')
    .orderBy('m.id')
    .execute();
  return rows.flatMap((m) => {
    const [name, viewer] = [names.get(m.case_id), rights.cases.get(m.case_id)?.viewer];
    const mine = m.person_id === personId;
    if (!name || m.ends_at === null || !(mine || viewer?.responsible)) return [];
    return { ...name, memberId: m.id, name: m.name, mine, endsAt: m.ends_at.toISOString() };
  });
};
