// Who reads what went along with a request, and until when: the whole rule (ring 1). Pure: from where somebody stands now and the
// rows' own columns. The database asks the same of its own tables, and the grounds of the case besides.
import type { Standing } from './standing.ts';

export type BundlePlace = {
  readonly service_id: string;
  readonly until: Date;
  readonly withdrawn_at: Date | null;
  readonly person_id: string;
  readonly affiliation_id: string;
};
export type ItemPlace = {
  readonly agency_ids: readonly string[];
  readonly until: Date;
  readonly ended_at: Date | null;
};

export const isSender = ({ personId, affiliationId }: Standing, bundle: BundlePlace): boolean =>
  affiliationId !== null && bundle.person_id === personId && bundle.affiliation_id === affiliationId;

/** @param serviceId the service that has the request now: to the one to which it was passed on nothing went along */
export const readsBundle = (standing: Standing, serviceId: string, bundle: BundlePlace, at: Date): boolean =>
  standing.affiliationId !== null &&
  bundle.service_id === serviceId &&
  standing.services.has(serviceId) &&
  bundle.withdrawn_at === null &&
  bundle.until > at;

/** @param agencyId in which the reader acts */
export const readsItem = (agencyId: string | undefined, item: ItemPlace, at: Date): boolean =>
  agencyId !== undefined && item.agency_ids.includes(agencyId) && item.ended_at === null && item.until > at;
