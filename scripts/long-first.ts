// The order of the test files: those that take longest first, so that no worker is left alone with one of them at the end. Vitest
// knows how long they take only where it has run them before, and goes by the size of the file otherwise.
import { resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What mostly computes and what mostly waits take turns, so that each fills what the other leaves. */
const longest = [
  'drills/matrix/reading.db.test.ts',
  'server/live/polling.db.test.ts',
  'drills/matrix/routes.db.test.ts',
  'drills/kill.db.test.ts',
  'drills/matrix/consultations.db.test.ts',
  'server/live/presence.db.test.ts',
  'drills/mutation.db.test.ts',
  'drills/revocation.db.test.ts',
  'drills/matrix/joint-answers.db.test.ts',
  'server/live/consultation-lists.db.test.ts',
  'drills/worlds/two-worlds.db.test.ts',
  'bench/consultations.db.test.ts',
  'server/main.db.test.ts',
  'drills/matrix/telling.db.test.ts',
  'drills/matrix/viewing.db.test.ts',
  'server/live/at-once-same-as-fresh.db.test.ts',
  'drills/worlds/naming.db.test.ts',
  'server/platform/db/embedded.db.test.ts',
  'drills/visitor.db.test.ts',
  'server/access/rings.db.test.ts',
  'drills/matrix/writes.db.test.ts',
  'server/live/processes.db.test.ts',
  'drills/matrix/attachments.db.test.ts',
  'server/live/ordering.db.test.ts',
  'server/documents/documents.db.test.ts',
  'e2e/accessible.e2e.test.ts',
  'e2e/meeting-room.e2e.test.ts',
  'e2e/consultation-waiting.e2e.test.ts',
  'e2e/joint-answer.e2e.test.ts',
  'e2e/every-keystroke.e2e.test.ts',
  'e2e/steps.e2e.test.ts',
  'e2e/guest.e2e.test.ts',
];

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = new Map(longest.map((path, n) => [resolve(path), n]));
    const placeOf = ({ moduleId }: TestSpecification) => places.get(moduleId) ?? longest.length;
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
