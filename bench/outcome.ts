// What every bench and drill has in common: options in, one JSON object and an exit status out.
import { parseArgs } from 'node:util';

export class BadArguments extends Error {
  override name = 'BadArguments';
}

export type Options = Readonly<Record<string, number | string | boolean>>;
type Widened<O extends Options> = {
  [K in keyof O]: O[K] extends number ? number : O[K] extends boolean ? boolean : string;
};
export type Given<O extends Options> = Widened<O> & { readonly say: (words: string) => void };
export type Outcome = { readonly ok: boolean } & Readonly<Record<string, unknown>>;

const describe = (defaults: Options): string =>
  Object.entries(defaults)
    .map(([name, value]) => (typeof value === 'boolean' ? `--${name}` : `--${name} ${value}`))
    .join(' ');

const numberFrom = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new BadArguments(`--${name} takes a whole number from 1 on, not "${text}".`);
  return number;
};

/** @throws BadArguments in words that say what is allowed */
export const readOptions = <O extends Options>(args: string[], defaults: O): Widened<O> => {
  const shape = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      { type: typeof value === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values } = parseArgs({ args, options: shape, strict: true });
    const read = Object.entries(defaults).map(([name, value]) => {
      const given = values[name];
      if (given === undefined) return [name, value];
      return [name, typeof value === 'number' ? numberFrom(name, String(given)) : given];
    });
    return Object.fromEntries(read) as Widened<O>;
  } catch (error) {
    if (error instanceof BadArguments) throw error;
    throw new BadArguments(
      `${(error as Error).message.split('. ')[0]}. Options, with what holds without them: ${describe(defaults)}`,
    );
  }
};

/** Runs it; exit status 0 when it is ok, 1 when not, 2 for arguments that make no sense. */
export const finish = async <O extends Options>(
  name: string,
  args: string[],
  defaults: O,
  run: (given: Given<O>) => Promise<Outcome>,
): Promise<void> => {
  try {
    const options = readOptions(args, defaults);
    const json = Boolean(options.json);
    const outcome = await run({ ...options, say: json ? console.error : console.log });
    if (json) console.log(JSON.stringify({ name, ...outcome }));
    else console.log(outcome.ok ? `${name}: ok` : `${name}: NOT ok`);
    process.exitCode = outcome.ok ? 0 : 1;
  } catch (error) {
    const bad = error instanceof BadArguments;
    console.error(bad ? error.message : error);
    if (args.includes('--json'))
      console.log(JSON.stringify({ name, ok: false, error: (error as Error).message }));
    process.exitCode = bad ? 2 : 1;
  }
};
