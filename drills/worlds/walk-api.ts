// One observer's view of a world: the answer of every route that changes nothing, the refusals of those that do, and the
// frames that came meanwhile.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Person, World } from '../../server/testing/open-world.ts';
import { pdfText } from '../../server/testing/pdf-text.ts';
import { sampleInput } from '../../server/testing/sample-input.ts';
import { contracts } from '../../shared/contracts.ts';
import type { Route } from '../../shared/route.ts';
import { listLog } from '../../shared/sharing.ts';
import type { createPlain } from './plain.ts';

export type Seen = Readonly<Record<string, string>>;

/**
 * The whole log, page by page. Rows of one moment of the clock come in the order of drawn ids, which says nothing: compared as
 * a set, without the rows of this very reading.
 */
const wholeLog = async (who: Person, caseId: string, first: string): Promise<string> => {
  const { rows, next } = JSON.parse(first) as z.output<typeof listLog.response>;
  for (let before = next; before !== ''; ) {
    const page = await who.do(listLog, { params: { caseId }, query: { before } });
    rows.push(...page.rows);
    before = page.next;
  }
  const bare = (row: unknown) =>
    JSON.stringify(row).replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, '');
  const others = rows.filter(({ kind, by }) => kind !== 'log' || by?.personId !== who.id);
  return JSON.stringify(others.toSorted((a, b) => (bare(a) < bare(b) ? -1 : 1)));
};

/** They end the observer's own session; a screen on a wall is nobody's, and its code and cookie are drawn. */
const ends = ['sign-out', 'change-password', 'choose-affiliation', 'sign-in', 'make-wall-screen'];

/**
 * Routes that only read are asked for what lies in the case; those that change something are asked about what does not
 * exist, so that both worlds stay as they are.
 */
const inputFor = (route: Route, ids: Readonly<Record<string, string>>, unknown: string) => {
  const reads = route.method === 'GET';
  const idOf = (name: string) => (reads ? (ids[name] ?? unknown) : unknown);
  const made = (part: Route['params']) => (sampleInput(part, idOf) ?? {}) as Record<string, unknown>;
  return { params: made(route.params), query: made(route.query), body: made(route.body) };
};

/** @param ids what the observer may know the id of, by the name of a parameter */
export const walkApi = async (
  { app }: World,
  who: Person,
  ids: Readonly<Record<string, string>>,
  plain: ReturnType<typeof createPlain>,
): Promise<Seen> => {
  const seen: Record<string, string> = {};
  const unknown = randomUUID();
  for (const route of contracts.filter((one) => !ends.includes(one.id))) {
    const { params, query, body } = inputFor(route, ids, unknown);
    const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => String(params[name]));
    const search = new URLSearchParams(query as Record<string, string>).toString();
    const answer = await app.inject({
      method: route.method,
      url: search === '' ? path : `${path}?${search}`,
      headers: {
        origin: 'http://localhost:3000',
        cookie: who.cookie,
        'x-rinki-token': who.session.csrfToken,
        'idempotency-key': randomUUID(),
      },
      ...(route.body === undefined ? {} : { payload: body }),
    });
    const found = answer.statusCode === 200;
    const told = found && route.file === 'application/pdf' ? pdfText(answer.rawPayload) : answer.body;
    const text = found && route.id === listLog.id ? await wholeLog(who, ids['caseId'] ?? '', told) : told;
    seen[route.id] = `${answer.statusCode} ${plain.headers(answer.headers)} ${plain.text(text)}`;
  }
  return seen;
};
