import { front } from './front.ts';
import { rooms } from './rooms.ts';

/** The whole catalogue, for its type and its tests; the client fetches its two parts. */
export const fi = { ...front, ...rooms } as const;
