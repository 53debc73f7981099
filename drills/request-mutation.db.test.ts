// Statements about requests for advice and what stands beside them, as the table says; and a short run of the mutation drill over them:
// a few of their conditions taken away, always the same. The whole run is the drill's (docs/drills.md).
import { beforeAll, expect, test, vi } from 'vitest';
import { testWorld } from '../server/testing/world.ts';
import { type PlacedRequests, placeRequests } from './matrix/place-requests.ts';
import { walkRequests } from './matrix/walk-requests.ts';
import { judge } from './mutation/judge.ts';
import { takeRequestsApart } from './mutation/requests.ts';
import { functionMutants, policyMutants } from './mutation/sql-mutants.ts';

// Some thousands of statements, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
let placed: PlacedRequests;
beforeAll(async () => {
  placed = await placeRequests(world);
  await world.superuser('analyze');
});

test('each finds what the table says, and in a disguise nothing', async () => {
  const { examples, cells } = await walkRequests(world, placed);
  expect(examples).toEqual([]);
  expect(cells).toBeGreaterThan(1_000);
});

test('what is taken away is noticed', async () => {
  const taken = [
    'policy on_a_side on consultations, using: without (asker_id',
    'policy of_receiver on bundles, using: without (withdrawn_at IS NULL)',
    'policy own on document_clients, check: without (d.frozen_at IS NULL)',
    "function joint_answer_right, line 10: p.parts && '{asker,deputy}'",
    "function add_attachment, line 34: raise exception 'no files without a name'",
    'function set_service_member, line 18: raise exception',
    'function send_welfare_notification, line 18: c.asker_id',
    'function stand_ins, line 10: x.ended_at is null',
  ];
  const every = [...(await policyMutants(world, 'requests')), ...(await functionMutants(world, 'requests'))];
  const mutants = taken.map((name) => {
    const mutant = every.find((one) => one.name.startsWith(name));
    if (!mutant) throw new Error(`no such mutant: ${name}`);
    return mutant;
  });
  const verdicts = await takeRequestsApart({ world, placed }, null, mutants, () => undefined);
  const { missed, untrue } = judge(verdicts.map(({ mutant, caught }) => ({ name: mutant.name, caught })));
  expect({ missed, untrue }).toEqual({ missed: [], untrue: [] });
});
