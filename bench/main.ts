// `npm run bench -- NAME [--json] [options]`: measures the server beside a bare floor program in the same run.
import { finish } from './outcome.ts';

const benches = {
  http: {
    options: { json: false, rounds: 5, seconds: 4, connections: 32, cases: 5_000, scenario: 'all' },
    load: async () => (await import('./http.ts')).benchHttp,
  },
} as const;

const names = Object.keys(benches);
const name = process.argv[2] ?? '';
if (name === 'http') {
  const { options, load } = benches[name];
  await finish(name, process.argv.slice(3), options, async (given) => (await load())(given));
} else {
  console.error(`Name a bench: ${names.map((n) => `npm run bench -- ${n}`).join(', ')}`);
  process.exitCode = 2;
}
