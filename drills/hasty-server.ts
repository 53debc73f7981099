// The control that must fail: the same server, but a commit is answered at once and made a moment later. A drill that
// does not catch this one proves nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const delayMs = 150;
type Statement = { text: string; resolve(answer: unknown): void };
type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Prototype = { query: Query };

const prototype = pg.Client.prototype as unknown as Prototype;
const ask = prototype.query;
const busy = new WeakMap<pg.Client, Promise<unknown>>();

prototype.query = function hasty(this: pg.Client, ...args) {
  if (typeof args.at(-1) === 'function') return ask.apply(this, args);
  const before = busy.get(this);
  if (before) return before.then(() => this.query(...(args as [string])));
  // What was begun together leaves together: the commit is the last of it.
  const { statements = [] } = args[0] as { statements?: Statement[] };
  if (statements.at(-1)?.text !== 'commit') return ask.apply(this, args);
  const commit = statements.pop();
  if (statements.length > 0) ask.apply(this, args);
  const late = sleep(delayMs)
    .then(() => ask.call(this, 'commit'))
    .catch(() => undefined)
    .finally(() => busy.delete(this));
  busy.set(this, late);
  commit?.resolve({ command: 'COMMIT', rowCount: null, rows: [] });
  return undefined;
};

await import('../bench/product.ts');
