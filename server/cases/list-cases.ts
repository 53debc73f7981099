// The children whose case one is a member of, and those among them that may be the same child as a new one.
import type { z } from 'zod';
import type { listLikeCases } from '../../shared/cases.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { ownKeys, readOwnVersion, rightsInAll } from '../access/reading-all.ts';
import { ask } from '../platform/db/transaction.ts';
import { WrittenJson } from '../platform/http/written.ts';
import type { Server } from '../server.ts';
import { casesOf } from './list-cases-sql.ts';

export const listCases = ({ context, facts }: Server, actor: Actor): Promise<WrittenJson> =>
  read(
    context,
    actor,
    async (tx, at, version) => {
      const own = await ownKeys(tx, facts, actor, at, version);
      const [{ count, json } = { count: 0, json: '' }] = await ask(tx, casesOf(own, actingAs(actor), at));
      await logView(tx, actor, at, {
        kind: 'case-list',
        caseId: null,
        objectId: null,
        purpose: 'case-work',
        detail: { count },
      });
      return new WrittenJson(`{"cases":[${json}]}`);
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
