// Tries every statement about requests and what stands beside them, each in a transaction that is rolled back; and what somebody finds
// once more in every disguise, in which nobody finds it.
import type { World } from '../../server/testing/open-world.ts';
import { answerKeepingAttempts } from './answer-keeping-attempts.ts';
import { besideAttempts } from './beside-attempts.ts';
import { bundleReadingAttempts } from './bundle-reading-attempts.ts';
import { bundleSendingAttempts } from './bundle-sending-attempts.ts';
import { bundleSignedAttempts } from './bundle-signed-attempts.ts';
import { caseTakingAttempts } from './case-taking-attempts.ts';
import { clockAttempts } from './clock-attempts.ts';
import { fileAttempts } from './file-attempts.ts';
import type { PlacedRequests } from './place-requests.ts';
import { disguiseNames, type RequestAttempt, tryRequest } from './request-attempt.ts';
import { requestMovingAttempts } from './request-moving-attempts.ts';
import { requestReadingAttempts } from './request-reading-attempts.ts';
import { requestSendingAttempts } from './request-sending-attempts.ts';
import { requestStepAttempts } from './request-step-attempts.ts';
import { serviceAttempts } from './service-attempts.ts';
import { serviceFigureAttempts } from './service-figures-attempts.ts';
import { createTally, look } from './tally.ts';
import { togetherAttempts } from './together-attempts.ts';
import { withBehind } from './try-statement.ts';
import { welfareAttempts } from './welfare-attempts.ts';

/** What somebody finds who finds nothing. */
const nothing = ['refused', 'nothing', '0', 'false'];

export const requestAttempts: readonly RequestAttempt[] = [
  ...requestReadingAttempts,
  ...requestStepAttempts,
  ...requestMovingAttempts,
  ...togetherAttempts,
  ...answerKeepingAttempts,
  ...fileAttempts,
  ...requestSendingAttempts,
  ...caseTakingAttempts,
  ...serviceAttempts,
  ...serviceFigureAttempts,
  ...besideAttempts,
  ...clockAttempts,
  ...welfareAttempts,
  ...bundleSendingAttempts,
  ...bundleSignedAttempts,
  ...bundleReadingAttempts,
];

export const walkRequests = (
  world: World,
  { ids }: PlacedRequests,
  tally = createTally(),
  among = requestAttempts,
) =>
  withBehind(world, async (behind) => {
    for (const attempt of among) {
      const { as, says, finds, even = [] } = attempt;
      const found = await tryRequest(behind, ids, attempt);
      const done = finds === 'done' && ![...nothing, 'otherwise'].includes(found);
      look(tally, finds, done ? 'done' : found, () => `${as} ${says}`);
      if (nothing.includes(finds) || as === 'jobs') continue;
      for (const disguise of disguiseNames) {
        const { leaves: _, ...only } = attempt;
        const anyway = await tryRequest(behind, ids, only, disguise);
        const finding = !nothing.includes(anyway);
        look(tally, even.includes(disguise), finding, () => `${as} ${says}, ${disguise}: ${anyway}`);
      }
    }
    return tally;
  });
