// The control that must be caught: the same server, but what a socket may have is decided when it subscribes and never
// again: every event of the case goes to whoever subscribed, marks and ends are ignored, sessions too.
import { alterSources } from '../bench/altered-sources.ts';

const look = 'const look = async (stays: Stay[]): Promise<void> => {';
alterSources({
  'live/case-feed.ts': [
    [
      "step.type === 'access' ? !l.rights || l.rights.seq < row.seq : !l.rights || l.rights.until <= at,",
      '!l.rights && at > 0,',
    ],
    ['!keys.has(step.aclKey) || !reaches(step.reach, keys)', '!keys'],
    ['if (now() < endsAt) {', 'if (now() > 0) {'],
  ],
  'live/person-feeds.ts': [[look, `${look} if (stays) return;`]],
});

await import('../bench/product.ts');
