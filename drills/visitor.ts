// `npm run drill -- visitor`: whole meetings of several cases with somebody who comes for one of them. Everything that their page is sent,
// byte for byte, and every answer that it gets at every turn, is searched for anything of the other cases. The control is a page of the
// team, which must be found to hold all of that.
import type { Given, Outcome } from '../bench/outcome.ts';
import type { World } from '../server/testing/open-world.ts';
import { startRunDatabase } from '../server/testing/run-database.ts';
import { inFreshWorld } from './matrix.ts';
import type { VisitorOptions } from './options.ts';
import { openVisitCast } from './visits/cast.ts';
import { leaksIn } from './visits/leaks.ts';
import { holdMeeting } from './visits/one-meeting.ts';

/** Numbers from 0 up to 1, the same for the same seed. */
const drawFrom = (seed: number) => {
  let state = seed % 4_294_967_296;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

export const visitMeetings = async (
  world: World,
  {
    meetings,
    seed,
    say,
  }: { readonly meetings: number; readonly seed: number; readonly say: (words: string) => void },
) => {
  const address = await world.listen();
  const cast = await openVisitCast(world);
  const hidden = { name: 'Salainenhoitaja' };
  const draw = drawFrom(seed);
  let frames = 0;
  let answers = 0;
  let caught = 0;
  const leaks: string[] = [];
  for (let n = 0; n < meetings; n += 1) {
    const { visitor, control } = await holdMeeting(address, cast, n, draw);
    frames += visitor.sent.length;
    answers += visitor.answers.length;
    leaks.push(...leaksIn(visitor, hidden));
    if (leaksIn(control, hidden).length > 0) caught += 1;
    say(`meeting ${n + 1}: ${visitor.sent.length} frames, ${leaks.length} leaks so far`);
  }
  return { frames, answers, leaks, controlCaught: caught === meetings };
};

export const drillVisitor = async ({ meetings, seed, say }: Given<VisitorOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  try {
    const found = await inFreshWorld(run, (world) => visitMeetings(world, { meetings, seed, say }));
    const { frames, answers, leaks, controlCaught } = found;
    return {
      ok: leaks.length === 0 && frames > 0 && controlCaught,
      meetings,
      frames,
      answers,
      leaks: leaks.length,
      control_caught: controlCaught,
      ...(leaks.length > 0 && { examples: leaks.slice(0, 20) }),
    };
  } finally {
    await stop();
  }
};
