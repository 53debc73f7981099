// Statements that are asked again and again, built once: putting SQL text together anew costs more than sending it.
import { type CompiledQuery, type Kysely, PostgresDialect, Kysely as Queries } from 'kysely';
import type { DB } from './tables.ts';

/** Stands where a value will be. */
class Hole {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const never = (): never => {
  throw new Error('only builds statements');
};
const builder = new Queries<DB>({
  dialect: new PostgresDialect({ pool: async () => ({ connect: never, end: async () => undefined }) }),
});
const holes = <G>(): G => new Proxy({}, { get: (_, name) => new Hole(String(name)) }) as G;

type Build<G, R> = (db: Kysely<DB>, given: G) => { compile(): CompiledQuery<R> };

/**
 * A statement whose text is the same whatever is given. `build` runs once and may only hand the given values on: it
 * cannot look at them.
 */
export const kept = <G extends object, R>(build: Build<G, R>): ((given: G) => CompiledQuery<R>) => {
  let made: CompiledQuery<R> | undefined;
  return (given) => {
    made ??= build(builder, holes<G>()).compile();
    const parameters = made.parameters.map((value) =>
      value instanceof Hole ? (given as Record<string, unknown>)[value.name] : value,
    );
    return { ...made, parameters };
  };
};
