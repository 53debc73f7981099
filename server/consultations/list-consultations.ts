// The lists: what one has asked, what one's services have in their queue, what one was asked into; and the own drafts.
import type { z } from 'zod';
import type { listConsultations as contract } from '../../shared/consultations.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import type { Server } from '../server.ts';
import { listDrafts } from './drafts.ts';
import { type Found, findConsultations } from './find-consultation.ts';
import { readNames } from './names.ts';
import { namesOfHead, presentHead } from './present.ts';

type Answer = z.output<typeof contract.response>;

/** Milliseconds for which what is closed or withdrawn stays in the list of whoever asked it. */
const staysListed = 90 * 24 * 3_600_000;
const inQueue = ['sent', 'triage', 'claimed', 'more-information', 'answered'];

export const listConsultations = (server: Server, actor: Actor): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    const all = await findConsultations(tx, standing, new Date(at.getTime() - staysListed));
    const wanted = all.map(namesOfHead);
    const names = await readNames(
      tx,
      wanted.flatMap((one) => one.affiliations),
      wanted.flatMap((one) => one.services),
    );
    const heads = (which: (one: Found) => boolean) => all.filter(which).map((one) => presentHead(one, names));
    await logView(tx, actor, at, {
      kind: 'consultations',
      caseId: null,
      objectId: null,
      purpose: 'consultation',
      detail: { count: all.length },
    });
    return {
      asked: heads(({ sides }) => sides.includes('asking')),
      queue: heads(({ sides, row }) => sides.includes('answering') && inQueue.includes(row.state)),
      invited: heads(({ sides }) => sides.includes('offered') || sides.includes('invited')),
      drafts: await listDrafts(tx, actor),
    };
  });
