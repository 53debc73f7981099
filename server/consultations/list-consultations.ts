// The lists: what one has asked, what one's services have in their queue, what one was asked into; and the own drafts. Whole, or of
// them the few requests that have moved since a page read them.
import type { z } from 'zod';
import type {
  listConsultations as contract,
  readHeads as headsContract,
} from '../../shared/consultations.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { listDrafts } from './drafts.ts';
import { findListed, listsOf } from './find-listed.ts';
import { readNames } from './names.ts';
import { namesOfHead, presentHead } from './present.ts';

type Answer = z.output<typeof contract.response>;
type Heads = z.output<typeof headsContract.response>;

/** @param ids of these alone */
const readLists = async (tx: Tx, actor: Actor, at: Date, ids?: readonly string[]) => {
  const { all, whole } = await findListed(tx, await readStanding(tx, actor, at), at, ids);
  const wanted = all.map(namesOfHead);
  const names = await readNames(
    tx,
    wanted.flatMap((one) => one.affiliations),
    wanted.flatMap((one) => one.services),
  );
  const heads = (list: keyof Heads) =>
    all.filter((one) => listsOf(one).includes(list)).map((one) => presentHead(one, names));
  await logView(tx, actor, at, {
    kind: 'consultations',
    caseId: null,
    objectId: null,
    purpose: 'consultation',
    detail: { count: all.length },
  });
  return { lists: { asked: heads('asked'), queue: heads('queue'), invited: heads('invited') }, whole };
};

export const listConsultations = (server: Server, actor: Actor): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const { lists, whole } = await readLists(tx, actor, at);
    return { ...lists, whole, drafts: await listDrafts(tx, actor) };
  });

/** What is not for this reader, or in none of the lists any more, is left out: nothing tells why. */
export const readHeads = (server: Server, actor: Actor, ids: readonly string[]): Promise<Heads> =>
  read(server.context, actor, async (tx, at) => (await readLists(tx, actor, at, ids)).lists);
