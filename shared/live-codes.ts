// What both ends of the live protocol need besides its shapes; apart, so that a page need not load the validation.

/** Raise it with every change of the protocol's schema; a test compares the hash. */
export const protocolVersion = 10;

/** So many requests one hint names, and one reading of heads asks for; of more, everything is looked at. */
export const mostHinted = 40;

export const closeCodes = {
  /** Come back with the token; nothing is wrong with you. */
  resume: 4000,
  signedOut: 4001,
  badFrame: 4002,
  /** Too slow to be kept up to date; come back with the token. */
  tooSlow: 4003,
  tooMany: 4004,
} as const;
