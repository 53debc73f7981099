// Every error that a person can meet, by a stable id. The client holds a message for each in each language.
export const errorIds = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-code': 401,
  'session-ended': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  /** A link for one time: never made, used, ended and expired are the same. */
  'link-not-valid': 404,
  'port-taken': 409,
  'version-conflict': 409,
  'already-done': 409,
  'case-closed': 409,
  'assessment-signed': 409,
  'child-view-missing': 409,
  'synthesis-missing': 409,
  'child-has-not-allowed': 409,
  'safety-check-missing': 409,
  'nothing-written': 409,
  'ground-missing': 409,
  'not-an-author': 403,
  'name-taken': 409,
  'name-in-directory': 409,
  'nothing-asked': 409,
  'password-too-weak': 400,
  'last-administrator': 409,
  /** Another state of the consultation than the act needs: `state`. */
  'consultation-state': 409,
  /** Somebody else was quicker, or has it: `name`. */
  'claimed-by-another': 409,
  /** An anonymous text tells who a child is, for certain: `places`. */
  identifying: 409,
  /** It may tell: asked once. */
  'perhaps-identifying': 409,
  'draft-incomplete': 409,
  'too-many-drafts': 409,
  /** The service takes no such request: `reason`. */
  'service-refuses': 409,
  /** No more files beside this request, or in all drafts: `reason`. */
  'attachments-full': 409,
  /** Files go with a named request alone. */
  'attachments-named-only': 409,
  /** The scanner has not looked yet, there is none, or it found something: `reason`. */
  'attachment-not-open': 409,
  'open-requests': 409,
  /** Since its asker looked, somebody of another agency has come who would read it, or has gone. */
  'readers-changed': 409,
  /** Parts are alike to the letter in an anonymous and a named request: asked once. */
  'same-words': 409,
  /** A step of a notification before the one that comes first. */
  'notification-state': 409,
  /** The meeting or its item is in another state than this needs. */
  'meeting-state': 409,
  /** Two who would sit at one table may not know of each other. */
  'visitors-unknown': 409,
  /** Somebody who would read it may not know of whoever does it. */
  'doer-hidden': 409,
  'text-kept-as-note': 410,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many-requests': 429,
  'sign-in-delayed': 429,
  internal: 500,
  'database-away': 503,
  stopping: 503,
} as const;

export type ErrorId = keyof typeof errorIds;

/** Body of every error response. `fields` names what was wrong with the input, by path. */
export type ErrorBody = {
  error: ErrorId;
  requestId: string;
  retryAfter?: number;
  fields?: { path: string; problem: string }[];
  /** Where in the texts that were sent: characters `from` up to `to` of the text at `path`. */
  places?: { path: string; from: number; to: number; kind: string }[];
  /** What a person needs in order to act: a date, a missing ground, the current version; never content. */
  detail?: Record<string, string | number | boolean | null>;
};
