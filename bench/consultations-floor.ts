// The bare floor of consultations: one statement changes a row, and plain ws sends the same frame to whoever watches the service;
// a head and a list are read as they lie there. No authorization, no log, no stream, no pacing.
import fastify from 'fastify';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { settingsOf, tell } from './processes.ts';

const { url } = await settingsOf<{ url: string }>();
const pool = new pg.Pool({ connectionString: url, max: 20 });
pool.on('error', () => undefined);
const rooms = new Map<string, Set<WebSocket>>();
const app = fastify();

type Kept = { head: object; rev: number };
const headsOf = (rows: readonly Kept[]) =>
  rows.map(({ head, rev }) => ({ ...head, changedAt: new Date(rev * 1_000).toISOString() }));

app.post<{ Params: { id: string }; Querystring: { service: string } }>(
  '/api/consultations/:id/:act',
  async ({ params, query }) => {
    await pool.query({
      name: 'change',
      text: 'update floor_heads set rev = rev + 1 where id = $1',
      values: [params.id],
    });
    const frame = JSON.stringify({ t: 'consultations', ids: [params.id] });
    for (const socket of rooms.get(query.service) ?? []) socket.send(frame);
    return { id: params.id };
  },
);
app.get<{ Querystring: { ids: string } }>('/api/consultations/heads', async ({ query }) => {
  const { rows } = await pool.query<Kept>({
    name: 'heads',
    text: 'select head, rev from floor_heads where id = any ($1::uuid[])',
    values: [query.ids.split(',')],
  });
  return { asked: [], queue: headsOf(rows), invited: [] };
});
app.get<{ Querystring: { service: string } }>('/api/consultations', async ({ query }) => {
  const { rows } = await pool.query<Kept>({
    name: 'list',
    text: 'select head, rev from floor_heads where service = $1',
    values: [query.service],
  });
  return { asked: [], queue: headsOf(rows), invited: [], whole: true, drafts: [] };
});

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
app.server.on('upgrade', (request, stream, head) => {
  const service = new URL(request.url ?? '/', 'http://floor').searchParams.get('service') ?? '';
  sockets.handleUpgrade(request, stream, head, (socket) => {
    const room = rooms.get(service) ?? new Set();
    rooms.set(service, room.add(socket));
    socket.on('close', () => room.delete(socket));
    socket.send(JSON.stringify({ t: 'hello' }));
  });
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.once('SIGTERM', () => process.exit(0));
tell({ port: typeof address === 'object' ? address?.port : 0 });
