// A refusal with a stable id. The client holds the sentence for each id in each language.
import { type ErrorId, errorIds } from '../../../shared/errors.ts';

type Place = { readonly path: string; readonly from: number; readonly to: number; readonly kind: string };

export class Refusal extends Error {
  override name = 'Refusal';
  readonly id: ErrorId;
  readonly detail: Record<string, string | number | boolean | null> | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** Where in the texts that were sent. */
  readonly places: readonly Place[] | undefined;

  constructor(
    id: ErrorId,
    detail?: Record<string, string | number | boolean | null>,
    retryAfter?: number,
    places?: readonly Place[],
  ) {
    super(id);
    this.id = id;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.places = places;
  }

  get status(): number {
    return errorIds[this.id];
  }
}

/** What one may not see is answered like what does not exist. */
export const notFound = (): Refusal => new Refusal('not-found');
