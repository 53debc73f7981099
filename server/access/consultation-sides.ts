// Who stands on which side of a consultation, and what they are in it: the whole rule of who reads a request (ring 1). Pure:
// from where somebody stands now and the request's own columns. Nobody else reads it: no colleague of the asker, no member of a
// case, no administration.
import type { ConsultationSide } from '../../shared/consultation.ts';
import type { ConsultationPart, ConsultationState } from '../../shared/consultation-moves.ts';
import { consultationTaken } from '../../shared/consultation-moves.ts';
import type { Standing } from './standing.ts';

/** The columns of a request that decide. */
export type RequestPlace = {
  readonly id: string;
  readonly state: ConsultationState;
  readonly asker_id: string;
  readonly asker_affiliation_id: string;
  readonly deputy_id: string | null;
  readonly deputy_affiliation_id: string | null;
  readonly service_id: string;
  readonly offered_service_id: string | null;
  readonly holder_id: string | null;
  readonly holder_affiliation_id: string | null;
};

/** What somebody is in a request; nothing: they may not know of it. */
export const partsOf = (standing: Standing, request: RequestPlace): ConsultationPart[] => {
  const { personId, affiliationId, services, standsInFor, invitations } = standing;
  if (affiliationId === null) return [];
  const is = (person: string | null, affiliation: string | null): boolean =>
    person === personId && affiliation === affiliationId;
  const standsIn = (affiliation: string | null): boolean =>
    affiliation !== null && standsInFor.has(affiliation);
  const parts: ConsultationPart[] = [];
  if (is(request.asker_id, request.asker_affiliation_id)) parts.push('asker');
  if (is(request.deputy_id, request.deputy_affiliation_id) || standsIn(request.asker_affiliation_id))
    parts.push('deputy');
  // What is withdrawn is the asking side's alone.
  if (request.state === 'withdrawn') return parts;
  const role = services.get(request.service_id);
  if (role !== undefined) parts.push('member');
  if (role === 'lead') parts.push('lead');
  const has = is(request.holder_id, request.holder_affiliation_id) || standsIn(request.holder_affiliation_id);
  if (role !== undefined && has) parts.push('holder');
  if (request.offered_service_id !== null && services.has(request.offered_service_id)) parts.push('offered');
  const invitation = invitations.get(request.id);
  if (invitation !== undefined && request.state !== 'closed') parts.push(invitation);
  return parts;
};

/** Of the copies that were taken: each side, in its own service or person, knows of its own alone. */
export const readsTransfer = (
  standing: Standing,
  parts: readonly ConsultationPart[],
  transfer: { readonly side: string; readonly service_id: string | null; readonly affiliation_id: string },
): boolean => {
  if (transfer.side === 'asking') return parts.includes('asker') || parts.includes('deputy');
  if (transfer.side === 'answering')
    return transfer.service_id !== null && standing.services.has(transfer.service_id);
  return transfer.affiliation_id === standing.affiliationId;
};

const sideOf: Readonly<Record<ConsultationPart, ConsultationSide>> = {
  asker: 'asking',
  deputy: 'asking',
  member: 'answering',
  lead: 'answering',
  holder: 'answering',
  offered: 'offered',
  invited: 'invited',
  expert: 'invited',
};

export const sidesOf = (parts: readonly ConsultationPart[]): ConsultationSide[] => [
  ...new Set(parts.map((part) => sideOf[part])),
];

/**
 * The answer that several write: whoever is in the service that has the request, and experts who said yes, write in it while
 * somebody has taken the request, and read it before and after. Nobody who asks reads it, whatever else they are; nor whoever
 * cannot answer yet.
 */
export const jointAnswerRight = (
  parts: readonly ConsultationPart[],
  state: ConsultationState,
): { readonly reads: boolean; readonly writes: boolean } => {
  const asks = parts.includes('asker') || parts.includes('deputy');
  const reads = !asks && (parts.includes('member') || parts.includes('expert'));
  return { reads, writes: reads && consultationTaken.some((one) => one === state) };
};
