// Every field of every answer, frame, event and error that could count, order or date something: numbers, moments, days,
// lists, and the texts that stand for a place in an order.
import { z } from 'zod';
import { contracts } from '../../shared/contracts.ts';
import { CaseEvent, PersonEvent, ServerFrame } from '../../shared/live.ts';

export type Telling = 'number' | 'moment' | 'day' | 'order' | 'mark';
/** `where`: a route, an event or a frame. `path`: `entries[].version`. */
export type TellingField = { readonly where: string; readonly path: string; readonly tells: Telling };

/** Texts that are made from a number, a place in an order or everything at once. */
const marks = /^(number|hash|token|live|next|before|connection|version|requestId)$/;

type Schema = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

const kindOf = ({ type, format }: Schema, name: string): Telling | null => {
  if (type === 'integer' || type === 'number') return 'number';
  if (format === 'date-time') return 'moment';
  if (format === 'date') return 'day';
  return type === 'string' && marks.test(name) ? 'mark' : null;
};

const walk = (schema: Schema, path: string, name: string, found: (path: string, tells: Telling) => void) => {
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    walk(one, path, name, found);
  const kind = kindOf(schema, name);
  if (kind !== null) found(path, kind);
  if (schema.items) {
    found(`${path}[]`, 'order');
    walk(schema.items, `${path}[]`, name, found);
  }
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  for (const [key, value] of Object.entries(schema.properties ?? {})) walk(value, inner(key), key, found);
  if (typeof schema.additionalProperties === 'object')
    walk(schema.additionalProperties, inner('*'), '*', found);
};

const fieldsOf = (where: string, schema: z.ZodType): TellingField[] => {
  const fields = new Map<string, TellingField>();
  walk(z.toJSONSchema(schema, { io: 'output', reused: 'inline' }) as Schema, '', '', (path, tells) =>
    fields.set(`${path} ${tells}`, { where, path, tells }),
  );
  return [...fields.values()];
};

export const tellingFields = (): TellingField[] => [
  // Frames are walked below, whichever way they come.
  ...contracts.flatMap((route) =>
    fieldsOf(route.id, route.response).filter(({ path }) => !path.startsWith('frames[].')),
  ),
  ...ServerFrame.options.flatMap((frame) =>
    fieldsOf(`frame ${frame.shape.t.value}`, frame).filter(({ path }) => !path.startsWith('event.')),
  ),
  ...[...CaseEvent.options, ...PersonEvent.options].flatMap((event) =>
    fieldsOf(`event ${event.shape.kind.value}`, event),
  ),
];
