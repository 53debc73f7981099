// The end of the log names what failed, and nothing else.
import { expect, test } from 'vitest';
import { failedPicture } from './failed-pictures.ts';
import { failuresIn, type Report } from './failures.ts';

const passed = { fullName: 'goes well', title: 'goes well', status: 'passed', failureMessages: [] };
const reportOf = (...testResults: Report['testResults'][number][]): Report => ({
  numPassedTests: 1,
  numTotalTests: 2,
  testResults,
});

test('a failed test is named with its file and the first lines of its error, without colours', () => {
  const red = String.fromCharCode(27);
  const message = [
    `${red}[31mexpected 1 to be 2${red}[39m`,
    ...Array.from({ length: 40 }, (_, n) => `line ${n}`),
  ];
  const failed = {
    fullName: 'a page is there',
    title: 'a page is there',
    status: 'failed',
    failureMessages: [message.join('\n')],
  };
  const [said, ...more] = failuresIn(
    reportOf({ name: '/home/x/e2e/door.e2e.test.ts', status: 'failed', assertionResults: [passed, failed] }),
    '/home/x',
  );
  expect(more).toEqual([]);
  expect(said?.split('\n').slice(0, 2)).toEqual([
    'e2e/door.e2e.test.ts: a page is there (failed)',
    '    expected 1 to be 2',
  ]);
  expect(said?.split('\n')).toHaveLength(13);
});

test('a file that broke before its first test is named too, and one that did not run', () => {
  const broken = { name: 'a.test.ts', status: 'failed', message: 'cannot be read', assertionResults: [] };
  const pending = { fullName: 'later', title: 'later', status: 'pending', failureMessages: null };
  expect(
    failuresIn(reportOf(broken, { name: 'b.test.ts', status: 'passed', assertionResults: [pending] }), '/'),
  ).toEqual(['a.test.ts\n    cannot be read', 'b.test.ts: later (pending)']);
});

test('where everything passed there is nothing to say', () => {
  expect(
    failuresIn(reportOf({ name: 'a.test.ts', status: 'passed', assertionResults: [passed] }), '/'),
  ).toEqual([]);
});

test('the pictures of a failed journey are named by its file and its name, and said with it', () => {
  const failed = { fullName: 'Äiti lukee', title: 'Äiti lukee', status: 'failed', failureMessages: ['no'] };
  const report = reportOf({ name: '/x/e2e/a.e2e.test.ts', status: 'failed', assertionResults: [failed] });
  const asked = failuresIn(report, '/x', (file, title) => [failedPicture(file, title, 1)]);
  expect(asked).toEqual([
    'e2e/a.e2e.test.ts: Äiti lukee (failed)\n    no\n    artefacts/failed-a-aiti-lukee-1.png',
  ]);
});
