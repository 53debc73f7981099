// One connection's watch over Today: a hint, at most twice a second, when something that the person may see happens in one
// of their cases. Only a hint: what has changed is read over HTTP, where it is authorized again.
import type { CaseEvent } from '../../shared/live.ts';
import type { Acting } from '../access/actor.ts';
import { type CaseKeys, keysDiffer, loadCaseKeys } from '../access/live-rights.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { createTurns } from '../platform/live/in-turn.ts';
import { createPacer } from '../platform/live/pacer.ts';
import type { Listener } from './case-feed.ts';
import type { Room } from './room.ts';

/** Whether a kind of event can change anybody's Today. Typing cannot. */
const touchesToday: Readonly<Record<CaseEvent['kind'], boolean>> = {
  'agencies.known': false,
  'case.changed': true,
  'member.joined': true,
  'member.changed': true,
  'invitation.changed': true,
  'handover.offered': true,
  'handover.closed': true,
  'relation.changed': false,
  'whereabouts.changed': false,
  'ground.recorded': false,
  'ground.withdrawn': false,
  'assessment.opened': true,
  'assessment.changed': true,
  'contribution.asked': true,
  'contribution.changed': true,
  'entry.started': false,
  'entry.text-changed': false,
  'entry.shared': true,
  'entry.changed': true,
  'entry.removed': true,
  'alternative.kept': false,
  'alternative.resolved': false,
  'version.signed': true,
  'signature.added': true,
  'step.changed': true,
  'activity.added': true,
};

/** @param onRights what the person may see of a case is another: what hangs on it, as meetings do, is read again as well */
export const createTodayWatch = (room: Room, who: Acting, hint: () => void, onRights: () => void) => {
  const { context, feeds, metrics } = room;
  const cases = new Map<string, Listener>();
  const turns = createTurns();
  let started = false;
  let stopped = false;
  const pacer = createPacer(500, () => {
    metrics.todayHints += 1;
    hint();
  });

  const listenerFor = ({ caseId, head, ...held }: CaseKeys): Listener => ({
    who,
    seq: head,
    rights: null,
    left: false,
    differs(rights) {
      return keysDiffer(this.rights ?? held, rights);
    },
    deliver: ({ event }) => {
      if (touchesToday[event.kind]) pacer.mark();
    },
    changed: () => {
      pacer.mark();
      onRights();
      return true;
    },
    gone: () => {
      cases.delete(caseId);
      pacer.mark();
      onRights();
    },
  });

  /** Watches the cases of the person that are not watched yet. */
  const addCases = async (): Promise<void> => {
    const own = await asPerson(
      context.gateway,
      who,
      context.clock.imposed(),
      'repeatable read',
      loadCaseKeys,
    );
    for (const known of own) {
      if (stopped) return;
      if (cases.has(known.caseId)) continue;
      const listener = listenerFor(known);
      cases.set(known.caseId, listener);
      try {
        await feeds.of(known.caseId).attach(listener);
        if (started) onRights();
      } catch (error) {
        // Not watched yet: the next time this is asked for, it is tried again.
        cases.delete(known.caseId);
        throw error;
      }
    }
  };

  return {
    start: async (): Promise<void> => {
      await turns(addCases);
      started = true;
    },
    /** Something happened in the person's own stream; perhaps a first invitation to a case. */
    ownStreamMoved: async (): Promise<void> => {
      await turns(addCases);
      if (!stopped) pacer.mark();
    },
    stop: (): void => {
      stopped = true;
      pacer.stop();
      for (const [caseId, listener] of cases) feeds.find(caseId)?.leave(listener);
      cases.clear();
    },
  };
};
export type TodayWatch = ReturnType<typeof createTodayWatch>;
