// The two clocks for a date, before anything is opened. No case in it.
import type { Clock } from '../../shared/assessments.ts';
import type { Actor } from '../access/actor.ts';
import { read } from '../access/reading.ts';
import type { Server } from '../server.ts';
import { decisionClock, readStatutoryRules, readyClock } from './statutory-clocks.ts';

export const previewClocks = (
  server: Server,
  actor: Actor,
  beganOn: string,
): Promise<{ decision: Clock; ready: Clock }> =>
  read(server.context, actor, async (tx) => {
    const rules = await readStatutoryRules(tx, beganOn);
    return { decision: decisionClock(beganOn, rules, null), ready: readyClock(beganOn, rules) };
  });
