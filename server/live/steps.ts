// What a stored event asks of the delivery. Stored by another version of the server perhaps, so it is parsed, once for
// each process; what cannot be read sends its readers to a fresh snapshot instead of being passed over in silence.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Agency } from '../../shared/cases.ts';
import { CaseEvent, InternalEvent } from '../../shared/live.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import { type Reach, withoutReach } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Stored } from '../platform/live/streams.ts';

/** An event and its JSON, made once however many get it. */
export type Prepared = { readonly event: CaseEvent; readonly json: string };
export type EventStep = {
  readonly type: 'event';
  readonly aclKey: number;
  readonly reach: Reach | null;
  readonly frames: readonly Prepared[];
  readonly event: CaseEvent;
  /** The audience now of the text that the event's entry is about; null where it is about none. */
  readonly parentKey: number | null;
  readonly at: number;
};
export type Step =
  | { readonly type: 'access' }
  | { readonly type: 'stale'; readonly aclKey: number | null; readonly reach: Reach | null }
  | EventStep;

const prepare = (event: CaseEvent): Prepared => ({ event, json: JSON.stringify(event) });

const agenciesIn = (event: CaseEvent): string[] => {
  if (event.kind === 'member.joined' || event.kind === 'member.changed')
    return [event.member.agencyId ?? []].flat();
  if (event.kind === 'ground.recorded' || event.kind === 'ground.withdrawn') {
    return [event.ground.fromAgencyId ?? [], event.ground.toAgencyId ?? []].flat();
  }
  return [];
};

type AgencyShape = z.infer<typeof Agency>;

/** Agencies change so seldom that a minute's memory is fresh. */
const createAgencies = (context: Context) => {
  const known = new Map<string, { agency: AgencyShape; until: number }>();
  return async (ids: string[]): Promise<AgencyShape[]> => {
    const now = Date.now();
    const missing = ids.filter((id) => (known.get(id)?.until ?? 0) < now);
    if (missing.length > 0) {
      const rows = await context.gateway
        .selectFrom('agencies')
        .selectAll()
        .where('id', 'in', missing)
        .execute();
      for (const g of rows) {
        const agency = {
          id: g.id,
          kind: AgencyKind.parse(g.kind),
          nameFi: g.name_fi,
          nameSv: g.name_sv,
          municipality: g.municipality,
        };
        known.set(g.id, { agency, until: now + 60_000 });
      }
    }
    return ids.flatMap((id) => known.get(id)?.agency ?? []);
  };
};

/** Asked as it stands now: a text that has moved since has sent those who lost it, or gained it, to a fresh snapshot. */
const parentKeyOf = async (context: Context, event: CaseEvent): Promise<number | null> => {
  if (!('entry' in event) || event.entry.parentId === null) return null;
  const { caseId, parentId } = event.entry;
  const { rows } = await sql<{ key: number | null }>`
    select access.key_of_entry(${caseId}, ${parentId}) as key`.execute(context.gateway);
  return rows[0]?.key ?? null;
};

export const createInterpreter = (context: Context) => {
  const agencies = createAgencies(context);
  return async ({ payload: stored, aclKey, at }: Stored): Promise<Step> => {
    const { payload, reach } = withoutReach(stored);
    const internal = InternalEvent.safeParse(payload);
    if (internal.success)
      return internal.data.kind === 'access.changed' ? { type: 'access' } : { type: 'stale', aclKey, reach };
    const parsed = CaseEvent.safeParse(payload);
    if (!parsed.success || aclKey === null) return { type: 'stale', aclKey, reach };
    const event = parsed.data;
    const named = agenciesIn(event);
    const before =
      named.length === 0 ? [] : [prepare({ kind: 'agencies.known', agencies: await agencies(named) })];
    const parentKey = await parentKeyOf(context, event);
    const frames = [...before, prepare(event)];
    return { type: 'event', aclKey, reach, event, frames, parentKey, at: at.getTime() };
  };
};
