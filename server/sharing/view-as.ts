// "View as": the same snapshot as the viewer's own, asked with fewer keys and without a single ability. It is a picture of
// one moment: no live frame belongs to it. Each look is a row in the access log.
import type { z } from 'zod';
import type { listViewable as contract, NamedAgency, SeenAs } from '../../shared/sharing.ts';
import type { Viewer } from '../access/abilities.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import { knownMembers, type Seen, seenAsAgency, seenAsPerson, somebody } from '../access/seen-as.ts';
import { readWorkspace } from '../cases/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findAgencies, readNamedAgencies } from './agencies.ts';
import { readGroundRows } from './get-sharing.ts';

/** Somebody who may do nothing, has nothing of their own, and knows of whom both know. */
const onlooker = (viewer: Viewer, { known, knownPeople }: Seen): Viewer => ({
  ...viewer,
  ...somebody,
  member: false,
  professional: false,
  home: false,
  responsible: false,
  closed: true,
  known,
  knownPeople,
});

type As = Pick<SeenAs, 'as' | 'takesPart'>;

const look = async (
  tx: Tx,
  actor: Actor,
  rights: Rights,
  seen: Seen,
  shown: As,
  detail: Record<string, string>,
): Promise<SeenAs> => {
  const { caseId } = rights.facts;
  await logView(tx, actor, rights.at, {
    kind: 'view-as',
    caseId,
    objectId: caseId,
    purpose: 'case-work',
    detail,
  });
  // Without the key of the case itself there is nothing that they would find.
  if (!seen.opens || !seen.keys.includes(rights.facts.aclKey))
    return { opens: false, ...shown, workspace: null };
  const theirs: Rights = { ...rights, viewer: onlooker(rights.viewer, seen), keys: seen.keys };
  const workspace = await readWorkspace(tx, theirs, somebody.personId, caseId);
  return { opens: true, ...shown, workspace };
};

/** Whoever works in the case; breaking the glass is no work in it. @throws Refusal `not-allowed` */
const rightsToLook = async (tx: Tx, { facts }: Server, actor: Actor, caseId: string, at: Date) => {
  const rights = await rightsIn(tx, facts, actor, caseId, at);
  if (!rights.viewer.professional) throw new Refusal('not-allowed');
  return rights;
};

const askedOf = (actor: Actor, { facts, keys, at }: Rights) => ({
  facts,
  viewer: actingAs(actor),
  keys,
  at: at.getTime(),
});

export const viewAsAgency = (
  server: Server,
  actor: Actor,
  caseId: string,
  agencyId: string,
): Promise<SeenAs> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsToLook(tx, server, actor, caseId, at);
    const agency = (await readNamedAgencies(tx, [agencyId])).get(agencyId);
    if (!agency) throw notFound();
    const grounds = new Set((await readGroundRows(tx, caseId, rights.keys)).map((row) => row.id));
    const seen = seenAsAgency(askedOf(actor, rights), agency, grounds);
    const role = agencyId === rights.facts.homeAgencyId ? ('team' as const) : ('visiting' as const);
    const shown = { takesPart: seen.takesPart, as: { agency, name: null, role } };
    return look(tx, actor, rights, seen, shown, { agencyId });
  });

export const viewAsPerson = (
  server: Server,
  actor: Actor,
  caseId: string,
  personId: string,
): Promise<SeenAs> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsToLook(tx, server, actor, caseId, at);
    const seen = seenAsPerson(askedOf(actor, rights), personId);
    const member = rights.facts.memberships.find((m) => m.personId === personId && m.agencyId === null);
    const person = await tx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst();
    if (!seen || !member || !person) throw notFound();
    const shown = { takesPart: true, as: { agency: null, name: person.name, role: member.role } };
    return look(tx, actor, rights, seen, shown, { personId });
  });

type Viewable = z.output<typeof contract.response>;

export const listViewable = (server: Server, actor: Actor, caseId: string, q: string): Promise<Viewable> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsToLook(tx, server, actor, caseId, at);
    const members = knownMembers(rights.facts, actingAs(actor), at.getTime());
    const taking = [...new Set(members.flatMap((m) => m.agencyId ?? []))].sort();
    const family = members.filter((m) => m.agencyId === null);
    const [named, found, people] = await Promise.all([
      readNamedAgencies(tx, taking),
      findAgencies(tx, q),
      tx
        .selectFrom('people')
        .select(['id', 'name'])
        .where('id', 'in', [actor.personId, ...family.map((m) => m.personId)])
        .execute(),
    ]);
    const others = found.filter((agency) => !named.has(agency.id));
    const as = (takesPart: boolean) => (agency: NamedAgency) => ({ ...agency, takesPart });
    await logView(tx, actor, at, { kind: 'sharing', caseId, objectId: caseId, purpose: 'case-work' });
    return {
      people: family.flatMap((m) => {
        const name = people.find((p) => p.id === m.personId)?.name;
        return name === undefined ? [] : [{ personId: m.personId, name, role: m.role }];
      }),
      agencies: [...[...named.values()].map(as(true)), ...others.map(as(false))],
    };
  });
