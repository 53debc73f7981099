// Keys derived from the one secret of the installation, each for one purpose.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export type Secrets = ReturnType<typeof deriveSecrets>;

const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** @param secretKey 32 bytes of the installation. */
export const deriveSecrets = (secretKey: Buffer) => {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), purpose, 32));
  const csrfKey = derive('rinki csrf');
  const sealKey = derive('rinki seal');
  const oneTimeKey = derive('rinki one-time password');
  const csrfToken = (sessionId: string): string =>
    createHmac('sha256', csrfKey).update(sessionId).digest('base64url');
  return {
    csrfToken,
    csrfTokenMatches: (sessionId: string, given: string): boolean =>
      sameBytes(Buffer.from(csrfToken(sessionId)), Buffer.from(given)),
    /** At most 32 bytes that only this installation can make from the text, the same ones each time. */
    derivedBytes: (text: string, length: number): Buffer =>
      createHmac('sha256', oneTimeKey).update(text).digest().subarray(0, length),
    /** Encrypts and authenticates; the same length in gives the same length out. */
    seal: (plain: Buffer): string => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    /** Null for anything that this installation has not sealed. */
    unseal: (sealed: string): Buffer | null => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return null;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
};

/** What is stored of a token: its hash only. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
