// Who gets what of a file beside a request (ring 1). Whoever reads the request is told that there is one; its bytes are another matter.
import type { Standing } from './standing.ts';

/** The columns that decide. */
export type AttachmentPlace = {
  readonly draft_id: string | null;
  readonly person_id: string;
  readonly affiliation_id: string;
  readonly scan: string;
  readonly withdrawn_at: Date | null;
};

/** In the affiliation in which they added it. */
export const isAdder = (standing: Standing, { person_id, affiliation_id }: AttachmentPlace): boolean =>
  standing.affiliationId === affiliation_id && standing.personId === person_id;

/**
 * Until the scanner has found nothing whoever added it gets it back, and nobody else; what it found something in, nobody gets.
 * @param readsRequest whether they stand on a side of the request, where it is beside one
 */
export const readsFile = (standing: Standing, file: AttachmentPlace, readsRequest: boolean): boolean =>
  listsFile(standing, file, readsRequest) &&
  (file.scan === 'clean' || (file.scan === 'waiting' && isAdder(standing, file)));

export const listsFile = (standing: Standing, file: AttachmentPlace, readsRequest: boolean): boolean =>
  file.withdrawn_at === null && (file.draft_id === null ? readsRequest : isAdder(standing, file));
