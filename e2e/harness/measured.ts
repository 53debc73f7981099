// Times that a journey saw, printed and kept beside the pictures. They are reported, never asserted tightly: the
// machine may be doing other things.
import { appendFileSync, mkdirSync } from 'node:fs';

export const record = (what: string, milliseconds: readonly number[]): void => {
  const line = `${what}: ${milliseconds.map((ms) => `${Math.round(ms)} ms`).join(', ')}`;
  console.log(line);
  mkdirSync('artefacts', { recursive: true });
  appendFileSync('artefacts/measured.txt', `${line}\n`);
};
