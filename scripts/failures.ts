// What Vitest's report says of the tests that failed, short enough to stand at the end of a log.
export type Report = {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly title: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

const mostLines = 12;

/** The terminal's colours say nothing in a file. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const firstLines = (text: string): string =>
  text
    .replace(colours, '')
    .split('\n')
    .slice(0, mostLines)
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');

/**
 * One paragraph for each test that did not pass, and for each file that broke before its tests.
 * @param picturesOf which pictures were taken of a test when it failed
 */
export const failuresIn = (
  { testResults }: Report,
  root: string,
  picturesOf: (file: string, title: string) => readonly string[] = () => [],
): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name;
    if (status === 'failed' && assertionResults.length === 0)
      return [`${file}\n${firstLines(message ?? 'did not run')}`];
    return assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => {
        const words = test.failureMessages?.join('\n') ?? '';
        const pictures = picturesOf(file, test.title).map((path) => `\n    ${path}`);
        return (
          `${file}: ${test.fullName} (${test.status})\n${firstLines(words)}`.trimEnd() + pictures.join('')
        );
      });
  });
