// All the ways in which a right ends.
import type { Kind } from './kind.ts';
import { affiliationEnded, membershipEnded, membershipExpired } from './membership-kinds.ts';
import { actingChanged, sessionExpired, signedOut } from './session-kinds.ts';
import { audienceNarrowed, groundExpired, groundWithdrawn, takenBack } from './text-kinds.ts';

export const kinds: readonly Kind[] = [
  membershipEnded,
  membershipExpired,
  groundWithdrawn,
  groundExpired,
  audienceNarrowed,
  takenBack,
  signedOut(false),
  signedOut(true),
  sessionExpired,
  affiliationEnded,
  actingChanged,
];
