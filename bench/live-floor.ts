// The bare floor of live delivery: one statement writes a row, and plain ws sends the news to whoever asked for the case.
// No authorization, no stream, no resuming.
import fastify from 'fastify';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import { settingsOf, tell } from './processes.ts';

const { url } = await settingsOf<{ url: string }>();
const pool = new pg.Pool({ connectionString: url, max: 20 });
pool.on('error', () => undefined);
const rooms = new Map<string, Set<WebSocket>>();
const app = fastify();

app.put<{
  Params: { id: string; field: string };
  Querystring: { case: string };
  Body: { text: string; rev: number };
}>('/api/entries/:id/fields/:field', async (request) => {
  const { case: caseId } = request.query;
  const { rows } = await pool.query<{ rev: number }>({
    name: 'write',
    text: 'insert into floor_events (case_id, entry_id, rev, body) values ($1, $2, $4, $3) returning rev',
    values: [caseId, request.params.id, request.body.text, request.body.rev],
  });
  const rev = rows[0]?.rev ?? 0;
  const frame = JSON.stringify({
    t: 'event',
    caseId,
    event: { kind: 'entry.text-changed', entryId: request.params.id, rev, inserted: request.body.text },
  });
  for (const socket of rooms.get(caseId) ?? []) socket.send(frame);
  return { kept: 'here', rev };
});

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
app.server.on('upgrade', (request, stream, head) => {
  const caseId = new URL(request.url ?? '/', 'http://floor').searchParams.get('case') ?? '';
  sockets.handleUpgrade(request, stream, head, (socket) => {
    const room = rooms.get(caseId) ?? new Set();
    rooms.set(caseId, room.add(socket));
    socket.on('close', () => room.delete(socket));
    socket.send(JSON.stringify({ t: 'watching', caseId }));
  });
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.once('SIGTERM', () => process.exit(0));
tell({ port: typeof address === 'object' ? address?.port : 0 });
