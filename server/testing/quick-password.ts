// The password of the people in tests and drills, hashed so that checking it costs next to nothing: everybody comes in by it, many
// times in a run. How a password is kept in earnest is tested where passwords are chosen and changed.
import argon2 from 'argon2';

export const quickHash = (password: string): Promise<string> =>
  argon2.hash(password, { type: argon2.argon2id as 2, memoryCost: 1_024, timeCost: 2, parallelism: 1 });
