// The protocol's shapes may not change without their version: old pages and new servers meet while an update rolls out.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ClientFrame, PollRequest, PollResponse, ServerFrame } from './live.ts';
import { protocolVersion } from './live-codes.ts';

const hash = createHash('sha256')
  .update(
    JSON.stringify(
      [ClientFrame, ServerFrame, PollRequest, PollResponse].map((shape) =>
        z.toJSONSchema(shape, { io: 'input' }),
      ),
    ),
  )
  .digest('hex');

test('the protocol is the one of its version', () => {
  const recorded = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(new URL('./live-protocol.json', import.meta.url), 'utf8')));
  expect(
    recorded[protocolVersion],
    'The live protocol has changed: raise protocolVersion in shared/live-codes.ts and add its hash to shared/live-protocol.json.',
  ).toBe(hash);
});
