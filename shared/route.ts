// A route's contract, declared once: Fastify validation, OpenAPI, the typed client and the authorization matrix are
// all derived from it. `who` is the relation that the matrix tests; the rule itself lives in server/access.
import type { z } from 'zod';
import type { ErrorId } from './errors.ts';

export type Who =
  | 'public'
  | 'signed-in'
  | 'professional'
  | 'opens-cases'
  | 'administrator'
  | 'member'
  /** In the case by break-glass: reads all that it opens, and writes by these routes alone. */
  | 'break-glass'
  | 'home-member'
  | 'responsible'
  | 'professional-member'
  | 'author'
  /** On a side of the consultation: asking, answering, offered to or invited. Which may do what: consultation-moves.ts. */
  | 'side'
  /** In the service, or administers the agency that owns it. */
  | 'service-member'
  /** Of the meeting: in its team, in the home team of a case on its agenda, or visiting it now. */
  | 'team'
  /** Invited to the item, or of the family that knows of it. */
  | 'visitor'
  | 'reader';

export type Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  /** Verb and noun, unique: `open-case`. Also the operation's name in the command log. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  summary: string;
  who: Who;
  public?: true;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  errors?: readonly ErrorId[];
  /** Answers with a file of this media type instead of JSON. */
  file?: string;
  /** Takes the bytes of one file instead of JSON: at most so many. */
  upload?: number;
};

export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  declared: Route<P, Q, B, R>,
): Route<P, Q, B, R> => declared;
