// Statements that are begun together travel as one message with one barrier behind it, and their answers come back
// together: each message between two processes costs more than most of our statements do. A statement that this
// connection knows already is neither parsed nor described again.
import pg from 'pg';
import type { WireValue } from './wire-value.ts';

export type Answer = { readonly command: string; readonly rowCount: number | null; readonly rows: unknown[] };

export type Statement = {
  /** Under which the connection keeps it prepared. Undefined: parsed anew each time. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly WireValue[];
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

type Field = { readonly name: string; readonly dataTypeID: number };
/** How the rows of a prepared statement are read. */
type Shape = { readonly names: readonly string[]; readonly read: readonly ((text: string) => unknown)[] };

/** What a connection has been taught so far. */
type Known = {
  readonly shapes: Map<string, Shape>;
  /** Sent to be parsed; the answer may still be on its way. */
  readonly parsed: Set<string>;
  /** Sent in a message that failed: nobody knows whether it was parsed. */
  readonly doubtful: Set<string>;
};

/** What we use of pg's connection and of its contract with a query. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  parse(of: { name: string | undefined; text: string }): void;
  bind(of: { statement: string | undefined; values: readonly WireValue[] }): void;
  describe(of: { type: 'P'; name: string }): void;
  execute(of: object): void;
  close(of: { type: 'S'; name: string }): void;
  sync(): void;
  sendCopyFail(why: string): void;
};
const Base = pg.Query as unknown as new (text: string) => object;
const noRows: Shape = { names: [], read: [] };

const commandTag = /^([A-Za-z]+)(?: \d+)*?(?: (\d+))?$/;

class Burst extends Base {
  readonly statements: Statement[];
  readonly #known: Known;
  readonly #types: pg.CustomTypesConfig;
  #at = 0;
  #shape: Shape | undefined;
  #rows: unknown[] = [];
  #misread: { readonly error: unknown } | undefined;

  constructor(statements: Statement[], known: Known, types: pg.CustomTypesConfig) {
    super('');
    this.statements = statements;
    this.#known = known;
    this.#types = types;
  }

  submit(wire: Wire): Error | null {
    const { shapes, parsed, doubtful } = this.#known;
    wire.stream.cork();
    try {
      for (const { name, text, values } of this.statements) {
        if (name === undefined || !parsed.has(name)) {
          if (name !== undefined && doubtful.delete(name)) wire.close({ type: 'S', name });
          if (name !== undefined) parsed.add(name);
          wire.parse({ name, text });
        }
        wire.bind({ statement: name, values });
        if (name === undefined || !shapes.has(name)) wire.describe({ type: 'P', name: '' });
        wire.execute({});
      }
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#shape = {
      names: fields.map((field) => field.name),
      read: fields.map((field) => this.#types.getTypeParser(field.dataTypeID as never, 'text')),
    };
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.#shape ??= this.#shapeOfCurrent();
    const { names, read } = this.#shape;
    const row: Record<string, unknown> = {};
    try {
      for (let i = 0; i < names.length; i += 1) {
        const text = fields[i];
        row[names[i] as string] = text === null || text === undefined ? null : read[i]?.(text);
      }
    } catch (error) {
      this.#misread ??= { error };
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const statement = this.statements[this.#at];
    if (!statement) return;
    const { name } = statement;
    if (name !== undefined && !this.#known.shapes.has(name))
      this.#known.shapes.set(name, this.#shape ?? noRows);
    const [rows, misread] = [this.#rows, this.#misread];
    this.#at += 1;
    this.#shape = undefined;
    this.#rows = [];
    this.#misread = undefined;
    const [, command = '', count] = commandTag.exec(text) ?? [];
    if (misread) statement.reject(misread.error);
    else statement.resolve({ command, rowCount: count === undefined ? null : Number(count), rows });
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** PostgreSQL skips everything behind a failure until the barrier: what was not run failed for the same reason. */
  handleError(error: unknown): void {
    const failed = this.#at;
    this.#at = this.statements.length;
    for (const { name, reject } of this.statements.slice(failed)) {
      if (name !== undefined && !this.#known.shapes.has(name) && this.#known.parsed.delete(name))
        this.#known.doubtful.add(name);
      reject(error);
    }
  }

  handleReadyForQuery(): void {
    // Every statement has had its answer.
  }

  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFail('nothing is copied here');
  }

  #shapeOfCurrent(): Shape {
    const name = this.statements[this.#at]?.name;
    return (name === undefined ? undefined : this.#known.shapes.get(name)) ?? noRows;
  }
}

/** Collects what is begun in one turn on a connection and sends it as one burst. */
export const createBursts = (
  client: pg.PoolClient,
  types: pg.CustomTypesConfig,
): ((statement: Statement) => void) => {
  const known: Known = { shapes: new Map(), parsed: new Set(), doubtful: new Set() };
  let waiting: Statement[] = [];
  const send = (): void => {
    const statements = waiting;
    waiting = [];
    client.query(new Burst(statements, known, types) as unknown as pg.Submittable);
  };
  return (statement) => {
    if (waiting.length === 0) process.nextTick(send);
    waiting.push(statement);
  };
};
