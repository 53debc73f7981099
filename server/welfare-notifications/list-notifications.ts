// The lists: what one has notified of, and what has come to one's services.
import type { z } from 'zod';
import type { listWelfareNotifications as contract } from '../../shared/welfare-notifications.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import { readNames } from '../consultations/index.ts';
import type { Server } from '../server.ts';
import { findNotifications } from './find-notification.ts';
import { namesOf, presentHead } from './present.ts';

/** Milliseconds for which what is concluded stays in the list of the service. */
const staysListed = 90 * 24 * 3_600_000;

export const listNotifications = (
  server: Server,
  actor: Actor,
): Promise<z.output<typeof contract.response>> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    const all = await findNotifications(tx, standing, new Date(at.getTime() - staysListed));
    const wanted = all.map(namesOf);
    const names = await readNames(
      tx,
      wanted.flatMap((one) => one.affiliations),
      wanted.flatMap((one) => one.services),
    );
    await logView(tx, actor, at, {
      kind: 'welfare-notifications',
      caseId: null,
      objectId: null,
      purpose: 'child-welfare',
      detail: { count: all.length },
    });
    return {
      made: all
        .filter(({ sides }) => sides.includes('notifier'))
        .toSorted((a, b) => b.row.received_at.getTime() - a.row.received_at.getTime())
        .map((one) => presentHead(one, names)),
      received: all.filter(({ sides }) => sides.includes('receiver')).map((one) => presentHead(one, names)),
    };
  });
