// The bare floor: Fastify and pg without any authorization, log, event or validation. The same rows from the same tables,
// prepared statements sent in one go over one connection, the same pool size, and nothing else.
import fastify from 'fastify';
import pg from 'pg';
import { floorStatements as sql } from './floor-statements.ts';
import { settingsOf, tell } from './processes.ts';

export type FloorSettings = { readonly url: string };

const { url } = await settingsOf<FloorSettings>();
const pool = new pg.Pool({ connectionString: url, max: 20, pipeline: true });
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);
pool.on('error', () => undefined);

type Row = Record<string, unknown>;
const app = fastify();

app.get<{ Params: { id: string } }>('/api/cases/:id', async (request) => {
  const client = await pool.connect();
  try {
    const names = Object.keys(sql.workspace) as (keyof typeof sql.workspace)[];
    const found = await Promise.all(
      names.map((name) =>
        client.query<Row>({ name, text: sql.workspace[name], values: [request.params.id] }),
      ),
    );
    const page: Record<string, unknown> = { live: 'x'.repeat(123), whereabouts: null, lastVisitAt: null };
    names.forEach((name, i) => {
      page[name] = found[i]?.rows;
    });
    return page;
  } finally {
    client.release();
  }
});

app.get<{ Querystring: { person: string } }>('/api/cases', async (request) => {
  const { rows } = await pool.query<Row>({ name: 'list', text: sql.list, values: [request.query.person] });
  return { cases: rows };
});

app.put<{ Params: { id: string; field: string }; Body: { text: string; device: string } }>(
  '/api/entries/:id/fields/:field',
  async (request) => {
    const { text, device } = request.body;
    const { rows } = await pool.query<Row>({
      name: 'save',
      text: sql.save,
      values: [request.params.id, request.params.field, text, device],
    });
    return { kept: 'here', ...rows[0], alternativeId: null, noteId: null };
  },
);

await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.once('SIGTERM', () => process.exit(0));
tell({ port: typeof address === 'object' ? address?.port : 0 });
