// Opens the case of a new child: the case, its responsible worker, the people around the child, where the child is.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { openCase as contract } from '../../shared/cases.ts';
import type { Call } from '../access/command.ts';
import { command } from '../access/command.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { drawnNumber } from '../platform/drawn-number.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { requireInOrder } from './add-relation.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** Neutral: tells the year of opening and nothing else, not even how many cases there are. */
const newNumber = (at: Date): string => drawnNumber('R', at);

const homeKey = async (
  tx: Tx,
  caseId: string,
  agencyId: string,
  dataClass: string,
  scope: string,
  familyScope: string,
): Promise<number> => {
  const { rows } = await sql<{ key: number }>`
    select access.intern_audience(${caseId}, ${agencyId}, ${dataClass}, ${scope}, '{}', ${familyScope}, '{}', '{}') as key`.execute(
    tx,
  );
  const key = rows[0]?.key;
  if (key === undefined) throw new Error('an audience has no key');
  return key;
};

export const openCase = (
  context: Context,
  call: Call,
  input: Input,
): Promise<{ id: string; version: number }> => {
  const { affiliation } = call.actor;
  if (!affiliation) throw new Refusal('not-allowed');
  return command(context, call, async ({ tx, actor, at, tell }) => {
    const { rows } = await sql<{
      id: string;
    }>`select access.open_case(${affiliation.id}, ${newNumber(at)}, ${input.childName}, ${input.childGivenName},
      ${input.birthDate}::date, ${input.languages}, ${input.interpreter}) as id`.execute(tx);
    const caseId = rows[0]?.id;
    if (caseId === undefined) throw new Error('a case has no id');
    const open = await homeKey(tx, caseId, affiliation.agencyId, 'coordination', 'everyone', 'all');
    for (const r of input.relations) {
      requireInOrder(r);
      await tx
        .insertInto('relations')
        .values({
          case_id: caseId,
          acl_key: open,
          owner_agency_id: affiliation.agencyId,
          data_class: 'coordination',
          kind: r.kind,
          name: r.name,
          relation: r.relation,
          custody: r.kind === 'guardian' ? (r.custody ?? 'joint') : null,
          custody_from: r.custodyFrom,
          custody_until: r.custodyUntil,
          power_classes: r.custody === 'limited' ? r.powerClasses : [],
          language: r.language,
          phone: r.phone,
          created_at: at,
        })
        .execute();
    }
    await tx
      .insertInto('whereabouts')
      .values({
        case_id: caseId,
        acl_key: await homeKey(tx, caseId, affiliation.agencyId, 'safety', 'everyone', 'none'),
        owner_agency_id: affiliation.agencyId,
        data_class: 'safety',
        non_disclosure: input.nonDisclosure,
        address: input.address,
        municipality: input.municipality,
        school: input.school,
      })
      .execute();
    const alike = await sql<{ person_id: string }>`
      select access.notice_likely_duplicates(${caseId}) as person_id
    `.execute(tx);
    // Whoever has a case like it learns of it on an open Today, as they would on the next visit.
    for (const { person_id } of alike.rows) tell(person_id, { kind: 'today.changed' });
    if (input.formId !== null) {
      await tx
        .deleteFrom('entries')
        .where('id', '=', input.formId)
        .where('kind', '=', 'form')
        .where('case_id', 'is', null)
        .execute();
    }
    tell(actor.personId, { kind: 'today.changed' });
    return { id: caseId, version: 1 };
  });
};
