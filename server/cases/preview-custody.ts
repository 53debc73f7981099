// Before a guardian's custody is changed: what would open and close by it, in names, of those the asker may know of. Nothing
// here tells of anybody else, not even in a count.
import type { z } from 'zod';
import type { previewCustody as contract } from '../../shared/custody.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { custodyEffects } from '../access/custody-effects.ts';
import { guardianFrom } from '../access/facts.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import { knownMembers } from '../access/seen-as.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireInOrder } from './add-relation.ts';

type Input = z.output<typeof contract.body & z.ZodType>;
type Answer = z.output<typeof contract.response>;

const momentOf = (from: number | null): string | null =>
  from === null ? null : new Date(from).toISOString();

/** @throws Refusal `not-allowed`, `case-closed`, `not-found`, `invalid-input` */
export const previewCustody = (
  server: Server,
  actor: Actor,
  { caseId, relationId }: { caseId: string; relationId: string },
  input: Input,
): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const { facts, viewer, keys } = await rightsIn(tx, server.facts, actor, caseId, at);
    requireCaseAbility({ viewer }, 'edit');
    const row = await tx
      .selectFrom('relations')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('id', '=', relationId)
      .where('acl_key', 'in', keys)
      .executeTakeFirst();
    if (!row) throw notFound();
    if ((row.kind === 'guardian') !== (input.custody !== null))
      throw new Refusal('invalid-input', { field: 'custody' });
    requireInOrder(input);
    const now = at.getTime();
    const members = knownMembers(facts, actingAs(actor), now);
    const agencies = new Set([facts.homeAgencyId, ...members.flatMap((m) => m.agencyId ?? [])]);
    const ids = members.map((m) => m.id);
    const changed = guardianFrom({ ...row, ...input, relationId });
    const effects = changed && custodyEffects(facts, changed, [...agencies], ids, now);
    const [people, grounds] = await Promise.all([
      tx
        .selectFrom('people')
        .select(['id', 'name'])
        .where('id', 'in', ['', ...members.map((m) => m.personId)].slice(1))
        .execute(),
      tx
        .selectFrom('grounds')
        .select('id')
        .where('case_id', '=', caseId)
        .where('acl_key', 'in', keys)
        .execute(),
    ]);
    const names = new Map(people.map((p) => [p.id, p.name]));
    const readable = new Set(grounds.map((g) => g.id));
    const named = (personId: string) => {
      const name = names.get(personId);
      return name === undefined ? [] : [{ personId, name }];
    };
    type Way = NonNullable<typeof effects>['closing'][number];
    const shown = (ways: readonly Way[] = []) =>
      ways.map((way) => ({
        ...way,
        from: momentOf(way.from),
        people: members.filter((m) => m.agencyId === way.toAgencyId).flatMap((m) => named(m.personId)),
      }));
    await logView(tx, actor, at, { kind: 'custody', caseId, objectId: relationId, purpose: 'case-work' });
    return {
      consentsEnding: (effects?.consentsEnding ?? [])
        .filter((one) => readable.has(one.groundId))
        .map((one) => ({ ...one, from: momentOf(one.from) })),
      closing: shown(effects?.closing),
      opening: shown(effects?.opening),
      leaving: (effects?.leaving ?? []).flatMap(({ memberId, from }) =>
        members
          .filter((m) => m.id === memberId)
          .flatMap((m) =>
            named(m.personId).map((one) => ({ ...one, agencyId: m.agencyId, from: momentOf(from) })),
          ),
      ),
      hasFamilyView: row.person_id !== null && members.some((m) => m.personId === row.person_id),
    };
  });
