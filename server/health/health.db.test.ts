// What the installation tells of itself, and to whom.
import { expect, test } from 'vitest';
import { getSession } from '../../shared/sessions.ts';
import { freePort } from '../testing/free-port.ts';
import { testWorld } from '../testing/world.ts';
import { stopGracefully } from './routes.ts';

const token = 'a token of more than enough length';
const metricsPort = await freePort();
const world = await testWorld({ env: { METRICS_TOKEN: token } });
const onPort = await testWorld({ env: { METRICS_PORT: String(metricsPort), HOST: '127.0.0.1' } });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const get = (url: string, headers: Record<string, string> = {}) => world.app.inject({ url, headers });

test('a living process with its database is live and ready', async () => {
  expect((await get('/health/live')).json()).toEqual({ live: true });
  expect((await get('/health/ready')).json()).toEqual({ ready: true });
});

test('the figures are for whoever shows the token, and otherwise as if they were not there', async () => {
  for (const authorization of ['', 'Bearer wrong', `Basic ${token}`]) {
    expect((await get('/metrics', { authorization })).statusCode).toBe(404);
  }
  const shown = await get('/metrics', { authorization: `Bearer ${token}` });
  expect(shown.statusCode).toBe(200);
  expect(shown.headers['content-type']).toContain('text/plain');
});

test('requests are counted by the pattern of their route; no id, name or address is among the figures', async () => {
  const leena = await world.professional('Leena Kallio', home, 'social-worker');
  await leena.do(getSession);
  const caseId = crypto.randomUUID();
  const figures = async () => (await get('/metrics', { authorization: `Bearer ${token}` })).body;
  // A process has one set of figures, and other apps may have run in this one.
  const series = 'rinki_request_seconds_count{method="GET",route="/api/cases/:caseId",status="404"}';
  const counted = (body: string) =>
    Number(
      body
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length) ?? 0,
    );
  const before = counted(await figures());
  await get(`/api/cases/${caseId}`, { cookie: leena.cookie });
  await get('/wp-login.php?name=Leena');
  const body = await figures();
  expect(counted(body)).toBe(before + 1);
  expect(body).toContain('rinki_mails_total');
  for (const word of [caseId, leena.id, 'Leena', 'leena', 'wp-login', '127.0.0.1'])
    expect(body).not.toContain(word);
});

test('on a port of its own there are the figures and nothing else', async () => {
  await onPort.listen();
  const at = `http://127.0.0.1:${metricsPort}`;
  expect(await (await fetch(`${at}/metrics`)).text()).toContain('process_cpu_seconds_total');
  expect((await fetch(`${at}/api/welcome`)).status).toBe(404);
  expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(404);
  const public_ = await onPort.app.inject({ url: '/metrics' });
  expect(public_.statusCode).toBe(404);
});

test('a server that is about to stop is not ready, and still answers', async () => {
  const { app, address } = await world.anotherServer();
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  const stopped = stopGracefully(app, 400);
  expect((await fetch(`${address}/health/ready`)).status).toBe(503);
  expect((await fetch(`${address}/api/welcome`)).status).toBe(200);
  await stopped;
  await expect(fetch(`${address}/health/live`)).rejects.toThrow();
});
