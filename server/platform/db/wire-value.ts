// Values of statements as PostgreSQL reads them: text, bytes or null.

export type WireValue = string | Buffer | null;

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const element = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const wire = wireValue(value);
  return quoted(Buffer.isBuffer(wire) ? `\\x${wire.toString('hex')}` : (wire ?? ''));
};
const arrayText = (values: readonly unknown[]): string => `{${values.map(element).join(',')}}`;

/** A moment as ISO 8601, a list as an array, any other object as JSON. @throws RangeError for a moment that is none */
export const wireValue = (value: unknown): WireValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return Array.isArray(value) ? arrayText(value) : JSON.stringify(value);
};
