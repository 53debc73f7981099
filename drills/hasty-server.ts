// The control that must fail: the same server, but a commit is answered at once and made a moment later. A drill that
// does not catch this one proves nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const delayMs = 150;
type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Prototype = { query: Query };

const prototype = pg.Client.prototype as unknown as Prototype;
const ask = prototype.query;
const busy = new WeakMap<pg.Client, Promise<unknown>>();

prototype.query = function hasty(this: pg.Client, ...args) {
  const first = args[0];
  const text = typeof first === 'string' ? first : (first as { text?: string }).text;
  if (typeof args.at(-1) === 'function') return ask.apply(this, args);
  const before = busy.get(this);
  if (text !== 'commit') return before ? before.then(() => ask.apply(this, args)) : ask.apply(this, args);
  const late = sleep(delayMs)
    .then(() => ask.apply(this, args))
    .catch(() => undefined)
    .finally(() => busy.delete(this));
  busy.set(this, late);
  return Promise.resolve({ command: 'COMMIT', rowCount: 0, rows: [] });
};

await import('../bench/product.ts');
