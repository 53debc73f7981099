// Passwords: argon2id, at least 15 characters where there is no second factor.
import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';
import { Refusal } from '../platform/http/refusal.ts';

/** OWASP's second configuration for argon2id: 46 MiB, one pass, one lane. */
const cost = { type: argon2.argon2id as 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const shortest = 15;

export const hashPassword = (password: string): Promise<string> => argon2.hash(password, cost);

let nobodys: Promise<string> | undefined;
/** Takes as long for a name that does not exist as for one that does. */
export const passwordMatches = async (hash: string | null, password: string): Promise<boolean> => {
  nobodys ??= hashPassword(randomBytes(24).toString('base64'));
  const matches = await argon2.verify(hash ?? (await nobodys), password);
  return hash !== null && matches;
};

/** @throws Refusal `password-too-weak`: too short, one repeated character, or the sign-in name itself */
export const requireStrong = (password: string, signInName: string): void => {
  const varied = new Set(password).size >= 5;
  if (
    [...password].length < shortest ||
    !varied ||
    password.toLowerCase().includes(signInName.toLowerCase())
  ) {
    throw new Refusal('password-too-weak', { shortest });
  }
};

/** Easy to read out over the telephone: four groups of five. */
export const oneTimePassword = (bytes: Buffer = randomBytes(20)): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const pick = (byte: number) => letters[byte % letters.length];
  return [...bytes]
    .map(pick)
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-');
};
