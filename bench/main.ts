// `npm run bench -- NAME [--json] [options]`: measures the server beside a bare floor program in the same run.
import { accessLogDefaults } from './access-log-options.ts';
import { consultationsDefaults } from './consultations-options.ts';
import { httpDefaults } from './http-options.ts';
import { liveDefaults } from './live-options.ts';
import { memoDefaults } from './memo-options.ts';
import { finish } from './outcome.ts';
import { roomDefaults } from './room-options.ts';

const [name, ...args] = process.argv.slice(2);
if (name === 'http') {
  await finish(name, args, httpDefaults, async (given) => (await import('./http.ts')).benchHttp(given));
} else if (name === 'live') {
  await finish(name, args, liveDefaults, async (given) => (await import('./live.ts')).benchLive(given));
} else if (name === 'access-log') {
  await finish(name, args, accessLogDefaults, async (given) =>
    (await import('./access-log.ts')).benchAccessLog(given),
  );
} else if (name === 'consultations') {
  await finish(name, args, consultationsDefaults, async (given) =>
    (await import('./consultations.ts')).benchConsultations(given),
  );
} else if (name === 'memo') {
  await finish(name, args, memoDefaults, async (given) => (await import('./memo.ts')).benchMemo(given));
} else if (name === 'room') {
  await finish(name, args, roomDefaults, async (given) => (await import('./room.ts')).benchRoom(given));
} else {
  console.error(
    'Name a bench: npm run bench -- http | live | access-log | consultations | memo | room; each takes --json.',
  );
  process.exitCode = 2;
}
