// The plainest input that a contract takes, made from its schema, for walks over every route. Ids are chosen by name.
import { z } from 'zod';

type Json = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  oneOf?: Json[];
  properties?: Record<string, Json>;
  items?: Json;
  minItems?: number;
  minimum?: number;
  format?: string;
  pattern?: string;
  minLength?: number;
};

const formats: Record<string, string> = {
  date: '2026-02-03',
  'date-time': '2026-02-03T10:00:00.000Z',
  uri: 'https://example.org',
  email: 'a@example.org',
};
/** Texts that patterns of the contracts take. */
const texts = [
  'Teksti',
  'narrative',
  'laptop0001',
  '2026-02-03',
  '09:00',
  'fi',
  'a'.repeat(64),
  '',
  '123456',
];

const fits = ({ pattern, minLength = 0 }: Json, text: string): boolean =>
  text.length >= minLength && (pattern === undefined || new RegExp(pattern).test(text));

const isId = ({ format }: Json): boolean => format === 'uuid';

const sample = (schema: Json, name: string, idOf: (name: string) => string): unknown => {
  if (schema.const !== undefined) return schema.const;
  // A comment is the kind of entry that anybody may begin.
  if (schema.enum) return schema.enum.includes('comment') ? 'comment' : schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const id = choices.find(isId);
    const plainest = choices.find((one) => one.type === 'null') ?? choices[0];
    return sample(id ?? plainest ?? {}, name, idOf);
  }
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, sample(value, key, idOf)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        sample(schema.items ?? {}, name, idOf),
      );
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    case 'string':
      if (isId(schema)) return idOf(name);
      if (schema.format !== undefined && formats[schema.format]) return formats[schema.format];
      return texts.find((text) => fits(schema, text)) ?? 'x';
    default:
      return null;
  }
};

const described = new WeakMap<z.ZodType, Json>();
/** The same schemas are asked for by everybody, in every state. */
const describe = (schema: z.ZodType): Json => {
  const known =
    described.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
  described.set(schema, known);
  return known;
};

/** @param idOf the id to put where the contract names one, by the name of its field */
export const sampleInput = (schema: z.ZodType | undefined, idOf: (name: string) => string): unknown =>
  schema && sample(describe(schema), '', idOf);
