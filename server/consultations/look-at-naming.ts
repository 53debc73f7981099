// What a named request would be, before it goes: who will read it, what of it is alike in the anonymous one, what is missing.
// Shown to its asker first, and asked again in the moment in which it is sent.
import { sql } from 'kysely';
import type { NamingFields, NamingPreview } from '../../shared/consultation-naming.ts';
import type { Actor } from '../access/actor.ts';
import { dataClassOf } from '../entries/index.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type AskedService, findService } from '../services/index.ts';
import type { Found } from './find-consultation.ts';
import { missingOf } from './missing-fields.ts';

type Same = NamingPreview['same'][number];
type Missing = NamingPreview['missing'][number];
export type Look = {
  readonly service: AskedService;
  readonly agencyIds: readonly string[];
  /** Affiliations of those readers whom the asker has met in the anonymous request. */
  readonly known: readonly string[];
  readonly same: readonly Same[];
  readonly readsBoth: boolean;
  readonly missing: readonly Missing[];
};

const words = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

type Tried = NamingFields['supports'];
/** Told of a support in own words: what is only ticked ties nothing together. */
const notesOf = (supports: Tried): string[] =>
  supports.map(({ note }) => words(note)).filter((note) => note !== '');
const hoursOf = (absences: NamingFields['absenceHours']): string =>
  absences
    .map(({ reason, hours }) => `${reason} ${hours}`)
    .toSorted()
    .join();

/** What stands in both to the letter. Pure. */
export const sameIn = (fields: NamingFields, row: Found['row']): Same[] => {
  const same: Same[] = [];
  if (words(fields.question) === words(row.question)) same.push('question');
  if (words(fields.consent) !== '' && words(fields.consent) === words(row.consent)) same.push('consent');
  const before = new Set(notesOf(row.supports as Tried));
  if (notesOf(fields.supports).some((note) => before.has(note))) same.push('supports');
  const hours = hoursOf(fields.absenceHours);
  if (hours !== '' && hours === hoursOf(row.absence_hours as NamingFields['absenceHours']))
    same.push('absence');
  return same;
};

const missingIn = (fields: NamingFields, service: AskedService, actor: Actor, at: Date): Missing[] => {
  const plain = { ...fields, anonymous: false };
  const missing = missingOf(plain, service, actor.affiliation?.agencyId ?? '').filter(
    (part) => part !== 'service',
  );
  const refuses: Missing[] = service.ended || !service.takesNamed ? ['service-refuses'] : [];
  const { ground } = fields.child;
  const unsound: Missing[] = [];
  // What goes is of the asker's own register: a ground that does not speak of it carries nothing.
  if (ground && !ground.covers.includes(dataClassOf(actor.affiliation?.agencyKind)))
    unsound.push('ground-class');
  if (ground && ground.until !== null && ground.until < dayOf(at)) unsound.push('ground-over');
  return [...missing, ...unsound, ...refuses];
};

/** @throws Refusal `not-found` where there is no such service */
export const lookAtNaming = async (
  tx: Tx,
  actor: Actor,
  at: Date,
  { row }: Found,
  fields: NamingFields,
): Promise<Look> => {
  const service = await findService(tx, fields.serviceId);
  if (!service) throw notFound();
  const { rows } = await sql<{ agency_id: string; affiliation_id: string | null }>`
    select agency_id, affiliation_id from access.naming_readers(${row.id}, ${service.id}) order by agency_id, affiliation_id`.execute(
    tx,
  );
  return {
    service,
    agencyIds: [...new Set(rows.map((one) => one.agency_id))],
    known: rows.flatMap((one) => one.affiliation_id ?? []),
    same: sameIn(fields, row),
    readsBoth: row.service_id === service.id || row.offered_service_id === service.id,
    missing: missingIn(fields, service, actor, at),
  };
};
