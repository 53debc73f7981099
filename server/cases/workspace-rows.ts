// The statements of a case's snapshot, each built once. Each names the viewer's keys (ring 1); row-level security asks
// again (ring 2).
import { type Selectable, sql } from 'kysely';
import { kept } from '../platform/db/kept.ts';
import type { DB } from '../platform/db/tables.ts';

const recentActivities = 50;

/** What of a case is asked for. */
export type Asked = { readonly caseId: string; readonly keys: readonly number[] };

const isHeld = (keys: readonly number[]) => sql<number>`any(${keys}::bigint[])`;

export const agenciesNamed = kept((db, given: { ids: readonly string[] }) =>
  db
    .selectFrom('agencies')
    .selectAll()
    .where('id', '=', sql<string>`any(${given.ids}::uuid[])`)
    .orderBy('id'),
);

export const assessmentsOf = kept((db, given: Asked) =>
  db
    .selectFrom('assessments as s')
    .innerJoin('assessment_templates as t', 't.id', 's.template_id')
    .selectAll('s')
    .select('t.areas')
    .where('s.case_id', '=', given.caseId)
    .where('s.acl_key', '=', isHeld(given.keys))
    .orderBy('s.id'),
);

export const contributionsOf = kept((db, given: Asked) =>
  db
    .selectFrom('contributions as c')
    .innerJoin('affiliations as a', 'a.id', 'c.affiliation_id')
    .selectAll('c')
    .select('a.agency_id')
    .where('c.case_id', '=', given.caseId)
    .where((eb) =>
      eb.or([eb('c.acl_key', '=', isHeld(given.keys)), eb('c.pair_acl_key', '=', isHeld(given.keys))]),
    )
    .orderBy('c.id'),
);

/** For the home team by its key; one's own besides. */
export const invitationsOf = kept((db, given: Asked & { personId: string; affiliationId: string | null }) =>
  db
    .selectFrom('membership_invitations')
    .selectAll()
    .where('case_id', '=', given.caseId)
    .where((eb) =>
      eb.or([
        eb('acl_key', '=', isHeld(given.keys)),
        eb.and([
          eb('person_id', '=', given.personId),
          eb('affiliation_id', 'is not distinct from', given.affiliationId),
        ]),
      ]),
    )
    .orderBy('membership_id'),
);

export const entriesOf = kept((db, given: Asked) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('case_id', '=', given.caseId)
    .where('acl_key', '=', isHeld(given.keys))
    // What ends by itself has ended.
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`app.now()`)]))
    .orderBy('id'),
);
export const alternativesOf = kept((db, given: Asked) =>
  db
    .selectFrom('entry_alternatives')
    .selectAll()
    .where('acl_key', '=', isHeld(given.keys))
    .where('entry_id', 'in', (eb) =>
      eb
        .selectFrom('entries')
        .select('id')
        .where('case_id', '=', given.caseId)
        .where('acl_key', '=', isHeld(given.keys)),
    )
    .orderBy('id'),
);

export const activitiesOf = kept((db, given: Asked) =>
  db
    .selectFrom('activities')
    .selectAll()
    .where('case_id', '=', given.caseId)
    .where('acl_key', '=', isHeld(given.keys))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(recentActivities),
);

export const visitOf = kept((db, given: { caseId: string; personId: string }) =>
  db
    .selectFrom('visits')
    .select('at')
    .where('case_id', '=', given.caseId)
    .where('person_id', '=', given.personId),
);
type Visit = { personId: string; caseId: string; at: Date };
export const markFirstVisit = kept((db, { personId, caseId, at }: Visit) =>
  db
    .insertInto('visits')
    .values({ person_id: personId, case_id: caseId, at })
    .onConflict((c) => c.columns(['person_id', 'case_id']).doUpdateSet({ at })),
);
/** Where another page of the person is just writing it, this is the same visit: nobody waits. */
export const markVisit = kept((db, { personId, caseId, at }: Visit) =>
  db
    .updateTable('visits')
    .set({ at })
    .where('case_id', '=', caseId)
    .where('person_id', 'in', (eb) =>
      eb
        .selectFrom('visits as free')
        .select('free.person_id')
        .where('free.person_id', '=', personId)
        .where('free.case_id', '=', caseId)
        .forUpdate()
        .skipLocked(),
    ),
);
export const headOf = kept((db, given: { caseId: string }) =>
  db.selectFrom('streams').select('head_seq').where('id', '=', given.caseId),
);

/** The rows of one of the tables that are all asked alike. */
const allOf = <
  T extends
    | 'cases'
    | 'relations'
    | 'whereabouts'
    | 'grounds'
    | 'assessment_versions'
    | 'signatures'
    | 'steps',
>(
  table: T,
) =>
  kept<Asked, Selectable<DB[T]>>((db, given) => {
    const column = sql.ref(table === 'cases' ? 'id' : 'case_id');
    const order = sql.ref(table === 'whereabouts' ? 'case_id' : 'id');
    const rows = sql<Selectable<DB[T]>>`select * from ${sql.table(table)} where ${column} = ${given.caseId}
      and acl_key = ${isHeld(given.keys)} order by ${order}`;
    return { compile: () => rows.compile(db) };
  });
export const caseOf = allOf('cases');
export const relationsOf = allOf('relations');
export const whereaboutsOf = allOf('whereabouts');
export const groundsOf = allOf('grounds');
export const versionsOf = allOf('assessment_versions');
export const signaturesOf = allOf('signatures');
export const stepsOf = allOf('steps');
