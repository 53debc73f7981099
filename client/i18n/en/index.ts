import type { Catalogue } from '../catalogue.ts';
import { front } from './front.ts';
import { rooms } from './rooms.ts';

/** The whole catalogue, for its type and its tests; the client fetches its two parts. */
export const en: Catalogue = { ...front, ...rooms };
