// Where a client left a stream: encrypted, of fixed length, so that neither numbers nor gaps tell who wrote what.
import { createHash } from 'node:crypto';
import type { Secrets } from '../http/secrets.ts';

export type Position = {
  readonly streamId: string;
  readonly personId: string;
  /** The affiliation in which the client acted. */
  readonly affiliationId: string | null;
  /** The last number of the stream that this client has accounted for. */
  readonly seq: number;
  /** The highest audience key there was, and a fingerprint of those the person held: tells whether own rights changed. */
  readonly newestKey: number;
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
/** Stands for no affiliation, so that the length is fixed. */
const none = '00000000-0000-0000-0000-000000000000';
const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

/**
 * Of the keys held, in any order, and of what else the holder's screen depends on; keys newer than `newestKey` were made
 * since and are no change of rights.
 */
export const fingerprintOf = (keys: Iterable<number>, newestKey: number, standing: string): string =>
  createHash('sha256')
    .update(
      `${standing} ${[...keys]
        .filter((key) => key <= newestKey)
        .sort((a, b) => a - b)
        .join(',')}`,
    )
    .digest('hex')
    .slice(0, 16);

export const sealPosition = (secrets: Secrets, p: Position): string => {
  const numbers = Buffer.alloc(24);
  numbers.writeBigUInt64BE(BigInt(p.seq), 0);
  numbers.writeBigUInt64BE(BigInt(p.newestKey), 8);
  numbers.writeBigUInt64BE(BigInt(p.at), 16);
  return secrets.seal(
    Buffer.concat([
      uuidBytes(p.streamId),
      uuidBytes(p.personId),
      uuidBytes(p.affiliationId ?? none),
      numbers,
      Buffer.from(p.fingerprint, 'hex'),
    ]),
  );
};

/** Null for anything that was not sealed here. */
export const openPosition = (secrets: Secrets, token: string): Position | null => {
  const bytes = secrets.unseal(token);
  if (bytes?.length !== 80) return null;
  const affiliationId = uuidText(bytes.subarray(32, 48));
  return {
    streamId: uuidText(bytes.subarray(0, 16)),
    personId: uuidText(bytes.subarray(16, 32)),
    affiliationId: affiliationId === none ? null : affiliationId,
    seq: Number(bytes.readBigUInt64BE(48)),
    newestKey: Number(bytes.readBigUInt64BE(56)),
    at: Number(bytes.readBigUInt64BE(64)),
    fingerprint: bytes.subarray(72).toString('hex'),
  };
};
