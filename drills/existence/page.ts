// The list as the table of docs/existence.md.
import { rows } from './rows.ts';

export const table = (): string =>
  [
    '| What leaves the server | What moves it | Why it tells of nothing hidden |',
    '| --- | --- | --- |',
    ...rows.map(({ field, from, why }) => `| ${field} | ${from} | ${why} |`),
  ].join('\n');
