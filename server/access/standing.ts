// Where a person stands outside any case: the services they are in, and the requests they were invited to, in the affiliation
// in which they act. Facts for the rules of consultations (ring 1); read anew in every transaction.
import type { ServiceRole } from '../../shared/services.ts';
import { ServiceRole as ServiceRoleShape } from '../../shared/services.ts';
import { kept } from '../platform/db/kept.ts';
import { ask, type Tx } from '../platform/db/transaction.ts';
import { type Acting, type Actor, actingAs } from './actor.ts';

export type Standing = Acting & {
  /** Services in which they are now, in their own right or for somebody who is away, with their role there. */
  readonly services: ReadonlyMap<string, ServiceRole>;
  /** Affiliations of those for whom they stand in now. */
  readonly standsInFor: ReadonlySet<string>;
  /** Requests of others to which they were invited, and whether they have said yes; none that they declined. */
  readonly invitations: ReadonlyMap<string, 'invited' | 'expert'>;
  /** Milliseconds since 1970: when something of this may change by the clock alone; infinite where it cannot. */
  readonly until: number;
};

type Holder = { personId: string; affiliationId: string };
const ownAffiliation = kept((db, given: Holder) =>
  db
    .selectFrom('affiliations as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .innerJoin('agencies as g', 'g.id', 'a.agency_id')
    .select(['a.starts_at', 'a.ends_at', 'p.ended_at as person_ended_at', 'g.ended_at as agency_ended_at'])
    .where('a.id', '=', given.affiliationId)
    .where('a.person_id', '=', given.personId),
);
const ownServices = kept((db, given: Holder) =>
  db
    .selectFrom('service_members as m')
    .select(['m.service_id', 'm.affiliation_id', 'm.role', 'm.starts_at', 'm.ends_at'])
    .where((eb) =>
      eb.or([
        eb.and([eb('m.person_id', '=', given.personId), eb('m.affiliation_id', '=', given.affiliationId)]),
        eb(
          'm.affiliation_id',
          'in',
          eb
            .selectFrom('absences as x')
            .select('x.affiliation_id')
            .where('x.substitute_affiliation_id', '=', given.affiliationId)
            .where('x.ended_at', 'is', null),
        ),
      ]),
    ),
);
const ownAbsent = kept((db, given: Holder) =>
  db
    .selectFrom('absences as x')
    .innerJoin('affiliations as a', 'a.id', 'x.affiliation_id')
    .select(['x.affiliation_id', 'x.starts_at', 'x.ends_at', 'a.ends_at as affiliation_ends_at'])
    .where('x.substitute_id', '=', given.personId)
    .where('x.substitute_affiliation_id', '=', given.affiliationId)
    .where('x.ended_at', 'is', null),
);
const ownInvitations = kept((db, given: Holder) =>
  db
    .selectFrom('consultation_experts')
    .select(['consultation_id', 'accepted'])
    .where('person_id', '=', given.personId)
    .where('affiliation_id', '=', given.affiliationId),
);

/** A period holds from its beginning until just before its end. */
const holds = (at: Date, startsAt: Date, endsAt: Date | null): boolean =>
  startsAt <= at && (endsAt === null || endsAt > at);
const ended = (at: Date, endedAt: Date | null): boolean => endedAt !== null && endedAt <= at;
/** The first of these moments that is still to come. */
const nextOf = (at: Date, moments: readonly (Date | null | undefined)[]): number =>
  Math.min(...moments.flatMap((moment) => (moment && moment > at ? moment.getTime() : [])));

/** Whoever acts in no affiliation, or in one that has ended, stands nowhere: then their person alone is left, and no side. */
export const readStandingOf = async (tx: Tx, acting: Acting, at: Date): Promise<Standing> => {
  const nowhere = {
    personId: acting.personId,
    affiliationId: null,
    services: new Map(),
    standsInFor: new Set<string>(),
    invitations: new Map(),
    until: Number.POSITIVE_INFINITY,
  };
  if (acting.affiliationId === null) return nowhere;
  const given = { personId: acting.personId, affiliationId: acting.affiliationId };
  const [[own], absent, services, invitations] = await Promise.all([
    ask(tx, ownAffiliation(given)),
    ask(tx, ownAbsent(given)),
    ask(tx, ownServices(given)),
    ask(tx, ownInvitations(given)),
  ]);
  const until = nextOf(at, [
    ...[own?.starts_at, own?.ends_at, own?.person_ended_at, own?.agency_ended_at],
    ...services.flatMap((m) => [m.starts_at, m.ends_at]),
    ...absent.flatMap((x) => [x.starts_at, x.ends_at, x.affiliation_ends_at]),
  ]);
  if (!own || !holds(at, own.starts_at, own.ends_at)) return { ...nowhere, until };
  if (ended(at, own.person_ended_at) || ended(at, own.agency_ended_at)) return nowhere;
  const standsInFor = new Set(
    absent
      .filter((x) => holds(at, x.starts_at, x.ends_at) && !ended(at, x.affiliation_ends_at))
      .map((x) => x.affiliation_id),
  );
  const places = services
    .filter((m) => holds(at, m.starts_at, m.ends_at))
    .filter((m) => m.affiliation_id === given.affiliationId || standsInFor.has(m.affiliation_id))
    .map((m) => ({ serviceId: m.service_id, role: ServiceRoleShape.parse(m.role) }));
  return {
    ...given,
    standsInFor,
    // Of two places in one service the one that may more: a lead leads, whoever they stand in for.
    services: new Map(
      places
        .toSorted((a, b) => Number(a.role === 'lead') - Number(b.role === 'lead'))
        .map(({ serviceId, role }) => [serviceId, role]),
    ),
    invitations: new Map(
      invitations
        .filter((e) => e.accepted !== false)
        .map((e) => [e.consultation_id, e.accepted ? 'expert' : 'invited']),
    ),
    until,
  };
};

export const readStanding = (tx: Tx, actor: Actor, at: Date): Promise<Standing> =>
  readStandingOf(tx, actingAs(actor), at);
