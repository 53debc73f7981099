// A session as its holder sees it.
import type { Session } from '../../shared/sessions.ts';
import { AgencyKind, Language, Profession } from '../../shared/vocabulary.ts';
import { type Actor, actingAs, breaksGlass, opensCases, reviewsGlass } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { idleMinutes } from './session.ts';

export const presentSession = (context: Context, actor: Actor): Promise<Session> =>
  asPerson(context.app, actingAs(actor), context.clock.imposed(), 'read committed', async (tx, at) => {
    const person = await tx
      .selectFrom('people')
      .selectAll()
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow();
    const session = await tx
      .selectFrom('sessions')
      .select('expires_at')
      .where('id', '=', actor.sessionId)
      .executeTakeFirstOrThrow();
    const credential = await tx
      .selectFrom('credentials')
      .select('must_change')
      .where('person_id', '=', actor.personId)
      .executeTakeFirst();
    const rows = await tx
      .selectFrom('affiliations as a')
      .innerJoin('agencies as g', 'g.id', 'a.agency_id')
      .select(['a.id', 'a.agency_id', 'a.profession', 'g.kind', 'g.name_fi', 'g.name_sv', 'g.municipality'])
      .where('a.person_id', '=', actor.personId)
      .where('a.starts_at', '<=', at)
      .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
      .orderBy('a.id')
      .execute();
    const family = person.family
      ? await tx
          .selectFrom('memberships')
          .select('role')
          .where('person_id', '=', actor.personId)
          .where('affiliation_id', 'is', null)
          .executeTakeFirst()
      : undefined;
    const affiliations = rows.map((a) => ({
      id: a.id,
      agencyId: a.agency_id,
      agencyKind: AgencyKind.parse(a.kind),
      agencyNameFi: a.name_fi,
      agencyNameSv: a.name_sv,
      municipality: a.municipality,
      profession: Profession.parse(a.profession),
    }));
    return {
      personId: person.id,
      name: person.name,
      givenName: person.given_name,
      language: Language.parse(person.language),
      family: person.family,
      familyRole:
        family?.role === 'child' || family?.role === 'guardian' || family?.role === 'close'
          ? family.role
          : null,
      affiliation: affiliations.find((a) => a.id === actor.affiliation?.id) ?? null,
      affiliations,
      opensCases: opensCases(actor),
      breaksGlass: breaksGlass(actor),
      reviewsGlass: reviewsGlass(actor),
      demo: context.config.mode === 'demo',
      mustChangePassword: credential?.must_change ?? false,
      ownPassword: credential !== undefined,
      csrfToken: context.secrets.csrfToken(actor.sessionId),
      localKey: person.local_key.toString('base64'),
      idleMinutes,
      expiresAt: session.expires_at.toISOString(),
    };
  });
