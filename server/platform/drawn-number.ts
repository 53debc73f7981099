// Numbers that name a case, a request or a notification: drawn, not counted, so that they tell of no other one (decision 9).
import { randomInt } from 'node:crypto';

/** `R-2026-012345`. @param letter tells one kind from another */
export const drawnNumber = (letter: 'R' | 'K' | 'I', at: Date): string =>
  `${letter}-${at.getFullYear()}-${randomInt(0, 1_000_000).toString().padStart(6, '0')}`;
