// How large the parts of a text that several people write may be; apart from its shapes, so that a page need not load the
// validation.

/** Bytes. */
export const documentLimits = {
  /** One update, as Yjs encodes it. */
  update: 65_536,
  /** What a client says that it has. */
  vector: 32_768,
  /** The whole text in Yjs's encoding, without what was deleted: some hundred pages. */
  document: 262_144,
} as const;

/** What a text is made of; anything else is refused. The name of the one root that holds it. */
export const documentRoot = 'text';
export const documentNodes = ['paragraph'] as const;
export const documentMarks = ['strong', 'em'] as const;
export const documentAttributes = ['level', 'list'] as const;

/** How a paragraph looks. */
export const blockLooks = ['paragraph', 'heading', 'bullet', 'number'] as const;

/** Characters of an answer that several write, when it is sent. */
export const longestJointAnswer = 40_000;
