// The children whose case one is a member of, and those among them that may be the same child as a new one.
import type { z } from 'zod';
import type { CaseRow, listLikeCases } from '../../shared/cases.ts';
import { MemberRole } from '../../shared/vocabulary.ts';
import { type Acting, type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { opensBy, readOwnVersion, rightsInAll } from '../access/reading-all.ts';
import { kept } from '../platform/db/kept.ts';
import { ask } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';

/** Each case once: whoever stands in for somebody in a case of their own has two places there. */
const weightiest = <R extends { id: string; role: string }>(rows: readonly R[]): R[] => {
  const order: readonly string[] = ['responsible', 'working-pair', 'team'];
  const rank = ({ role }: R) => (order.includes(role) ? order.indexOf(role) : order.length);
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(
    (places) => places.toSorted((a, b) => rank(a) - rank(b))[0] ?? [],
  );
};

const ownCases = kept((db, given: Acting & { keys: string; at: Date }) => {
  const opens = opensBy(given.keys);
  return db
    .selectFrom('cases as c')
    .innerJoin('memberships as m', 'm.case_id', 'c.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('assessments as s')
          .select('s.ready_due_on')
          .whereRef('s.case_id', '=', 'c.id')
          .where('s.status', '=', 'open')
          .where(opens('s.acl_key'))
          .orderBy('s.ready_due_on')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .select([
      'c.id',
      'c.number',
      'c.child_name',
      'c.child_given_name',
      'c.birth_date',
      'c.opened_at',
      'm.role',
      's.ready_due_on',
    ])
    .select((eb) =>
      eb
        .selectFrom('contributions as k')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('k.case_id', '=', 'c.id')
        .where('k.status', '=', 'asked')
        .where((or) => or.or([opens('k.acl_key'), opens('k.pair_acl_key')]))
        .as('waiting'),
    )
    .where(opens('c.acl_key'))
    .where('m.person_id', '=', given.personId)
    .where('m.affiliation_id', 'is not distinct from', given.affiliationId)
    .where('m.starts_at', '<=', given.at)
    .where((eb) => eb.or([eb('m.ends_at', 'is', null), eb('m.ends_at', '>', given.at)]))
    .orderBy('c.child_name')
    .orderBy('c.id');
});

export const listCases = ({ context, facts }: Server, actor: Actor): Promise<z.infer<typeof CaseRow>[]> =>
  read(
    context,
    actor,
    async (tx, at, version) => {
      const { keys } = await rightsInAll(tx, facts, actor, at, version);
      const rows = weightiest(await ask(tx, ownCases({ ...actingAs(actor), keys, at })));
      await logView(tx, actor, at, {
        kind: 'case-list',
        caseId: null,
        objectId: null,
        purpose: 'case-work',
        detail: { count: rows.length },
      });
      return rows.map((row) => ({
        id: row.id,
        number: row.number,
        childName: row.child_name,
        childGivenName: row.child_given_name,
        birthDate: row.birth_date,
        role: MemberRole.parse(row.role),
        openedAt: row.opened_at.toISOString(),
        readyDueOn: row.ready_due_on,
        waiting: row.waiting ?? 0,
      }));
    },
    readOwnVersion,
  );

type Like = z.output<typeof listLikeCases.response & z.ZodType>['cases'];

/** Only among the cases that one may read anyway: asking for a name tells nothing about anybody else's case. */
export const findLikeCases = (
  { context, facts }: Server,
  actor: Actor,
  name: string,
  birthDate: string,
): Promise<Like> =>
  read(context, actor, async (tx, at) => {
    const { opens } = await rightsInAll(tx, facts, actor, at);
    const rows = await tx
      .selectFrom('cases')
      .select(['id', 'number', 'child_name', 'child_given_name', 'birth_date'])
      .where('birth_date', '=', birthDate)
      .where(opens('acl_key'))
      .orderBy('id')
      .execute();
    await logView(tx, actor, at, {
      kind: 'case-likeness',
      caseId: null,
      objectId: null,
      purpose: 'case-work',
      detail: { count: rows.length },
    });
    const wanted = name.toLowerCase();
    return rows
      .filter(
        (row) =>
          wanted.includes(row.child_given_name.toLowerCase()) || row.child_name.toLowerCase() === wanted,
      )
      .map((row) => ({
        id: row.id,
        number: row.number,
        childName: row.child_name,
        birthDate: row.birth_date,
      }));
  });
