// A service as it leaves the server, with the reader's own place in it.
import type { Selectable } from 'kysely';
import { type Service, ServiceInput } from '../../shared/services.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import type { Services } from '../platform/db/tables.ts';

export type ServiceRow = Selectable<Services>;

/** What a service says of itself. */
export const describe = (row: ServiceRow): ServiceInput =>
  ServiceInput.parse({
    kind: row.kind,
    nameFi: row.name_fi,
    nameSv: row.name_sv,
    advisesFi: row.advises_fi,
    advisesSv: row.advises_sv,
    areas: row.areas,
    languages: row.languages,
    takesAnonymous: row.takes_anonymous,
    takesNamed: row.takes_named,
    checklist: row.checklist,
    answerWorkingDays: { ordinary: row.days_ordinary, soon: row.days_soon, urgent: row.days_urgent },
    escalation: { leadMinutes: row.lead_after_minutes, onCallMinutes: row.on_call_after_minutes },
  });

/** The columns in which it stands. */
export const columnsOf = (input: ServiceInput) => ({
  name_fi: input.nameFi,
  name_sv: input.nameSv,
  advises_fi: input.advisesFi,
  advises_sv: input.advisesSv,
  areas: input.areas,
  languages: input.languages,
  takes_anonymous: input.takesAnonymous,
  takes_named: input.takesNamed,
  checklist: input.checklist,
  days_ordinary: input.answerWorkingDays.ordinary,
  days_soon: input.answerWorkingDays.soon,
  days_urgent: input.answerWorkingDays.urgent,
  lead_after_minutes: input.escalation.leadMinutes,
  on_call_after_minutes: input.escalation.onCallMinutes,
});

type Reader = {
  readonly role: Service['role'];
  readonly administers: boolean;
  readonly measuredHours: number | null;
};
type WithAgency = ServiceRow & {
  agency_kind: string;
  agency_name_fi: string;
  agency_name_sv: string;
};

export const presentService = (row: WithAgency, reader: Reader): Service => ({
  ...describe(row),
  id: row.id,
  agencyId: row.agency_id,
  agencyNameFi: row.agency_name_fi,
  agencyNameSv: row.agency_name_sv,
  agencyKind: AgencyKind.parse(row.agency_kind),
  endedAt: row.ended_at?.toISOString() ?? null,
  measuredHours: reader.measuredHours,
  role: reader.role,
  can: [...(row.ended_at === null ? abilities(reader) : [])],
});

const abilities = ({ administers, role }: Reader): Service['can'] => [
  'ask',
  ...(administers ? (['change', 'end', 'set-members'] as const) : []),
  ...(role === null ? [] : (['read-figures'] as const)),
];
