// The room as one reader is shown it, and what they may do there. Rights are worked out here; the client shows them.
import {
  type AgendaItem,
  type Expected,
  FamilyStance,
  type ItemAbility,
  type MeetingAbility,
  type MeetingFrame,
  MeetingKind,
  MemoPart,
  type Phase,
  VisitAnswer,
} from '../../shared/meeting.ts';
import { actingMemberships } from '../access/rules.ts';
import type { People } from '../people/index.ts';
import type { Found, FoundItem, Slot } from './find-meeting.ts';
import type { readCases, readSections, readVisits } from './item-rows.ts';
import type { Comer } from './who-comes.ts';

export type ItemParts = {
  readonly cases: Awaited<ReturnType<typeof readCases>>;
  readonly visits: Awaited<ReturnType<typeof readVisits>>;
  readonly sections: Awaited<ReturnType<typeof readSections>>;
  readonly heard: ReadonlySet<string>;
  /** Why each item that was put off was. */
  readonly postponed: ReadonlyMap<string, string>;
  readonly people: People;
};

const leads = ({ row, who, state }: Found): boolean =>
  state === 'open' && row.chair_affiliation_id !== null && row.chair_affiliation_id === who.affiliationId;

export const meetingAbilities = (found: Found): MeetingAbility[] => {
  const { part, state, who } = found;
  if (part !== 'team' || who.affiliationId === null) return [];
  if (state === 'planned') return ['open', 'change', 'cancel', 'propose', 'order'];
  if (state !== 'open') return [];
  return ['propose', 'order', leads(found) ? 'lead' : 'take-chair'];
};

const isResponsible = ({ who, at }: Found, { facts }: FoundItem): boolean =>
  facts.closedAt === null &&
  actingMemberships(facts, who, at.getTime()).some((m) => m.role === 'responsible');

export const itemAbilities = (found: Found, item: FoundItem): ItemAbility[] => {
  const { row, part } = item;
  if (part !== 'team') return [];
  const taken = row.state === 'current' || row.state === 'discussed';
  const decides = taken && (found.state === 'open' || found.state === 'ended') && isResponsible(found, item);
  const can: ItemAbility[] = decides ? ['decide'] : [];
  const coming = row.state === 'planned' || row.state === 'current';
  if (!coming || !(found.state === 'planned' || found.state === 'open')) return can;
  const busy = found.items.some((one) => one.row.state === 'current');
  can.push('change', 'invite');
  if (found.state === 'open') can.push('write');
  if (row.state === 'planned') can.push('withdraw');
  if (leads(found) && row.state === 'planned' && !busy) can.push('begin');
  if (leads(found) && row.state === 'current') can.push('lead');
  return can;
};

export const presentFrame = (
  { row, state, part }: Found,
  phases: Phase[],
  { teamName, people }: { teamName: string | null; people: People },
): MeetingFrame => ({
  id: row.id,
  kind: MeetingKind.parse(row.kind),
  teamName,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  place: row.place,
  link: row.link,
  state,
  phases,
  chair: row.chair_affiliation_id === null ? null : people.acting(row.chair_affiliation_id),
  // When it began and ended tells a visitor how long the others took.
  openedAt: part === 'team' ? (row.opened_at?.toISOString() ?? null) : null,
  endedAt: part === 'team' ? (row.ended_at?.toISOString() ?? null) : null,
  cancelledWhy: part === 'team' ? row.cancel_reason : null,
  version: part === 'team' ? row.version : 0,
});

export const presentExpected = (found: Found, comers: readonly Comer[], people: People): Expected[] =>
  comers
    .flatMap((one): Expected[] => {
      const person = people.acting(one.affiliation_id);
      if (!person) return [];
      return [
        {
          person,
          regrets: one.regrets ? { note: one.note } : null,
          away:
            one.away_from === null || one.away_until === null
              ? null
              : { from: one.away_from.toISOString(), until: one.away_until.toISOString() },
          me: one.affiliation_id === found.who.affiliationId,
        },
      ];
    })
    .sort((a, b) => a.person.name.localeCompare(b.person.name, 'fi'));

const presentVisits = (item: FoundItem, { visits, people }: ItemParts) =>
  visits
    .filter((v) => v.item_id === item.row.id)
    .flatMap((v) => {
      const person = people.by({ personId: v.person_id, affiliationId: v.affiliation_id });
      if (!person) return [];
      return [
        {
          id: v.id,
          membershipId: v.membership_id,
          person,
          fromAt: v.from_at.toISOString(),
          untilAt: v.until_at.toISOString(),
          answer: v.answer === null ? null : VisitAnswer.parse(v.answer),
        },
      ];
    });

const presentSections = (item: FoundItem, parts: ItemParts) =>
  parts.sections
    .filter((s) => s.item_id === item.row.id)
    .map((s) => ({
      id: s.id,
      earlier: s.earlier,
      part: MemoPart.parse(s.part),
      phase: s.phase,
      agencyNameFi: s.name_fi,
      agencyNameSv: s.name_sv,
      documentId: s.document_id,
    }));

const presentOpen = (found: Found, slot: Slot, item: FoundItem, parts: ItemParts): AgendaItem => {
  const { row } = item;
  const about = parts.cases.find((one) => one.id === row.case_id);
  const presenter = parts.people.acting(row.presenter_affiliation_id);
  if (!about || !presenter) return { restricted: true, ...slot };
  const visitor = item.part === 'visitor';
  return {
    restricted: false,
    ...slot,
    caseId: row.case_id,
    caseNumber: about.number,
    childGivenName: about.child_given_name,
    presenter,
    familyStance: row.family_stance === null || visitor ? null : FamilyStance.parse(row.family_stance),
    familyNote: visitor ? null : row.family_note,
    phase: row.phase,
    phaseAt: row.phase_at?.toISOString() ?? null,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    childHeard: parts.heard.has(row.id),
    postponedWhy: parts.postponed.get(row.id) ?? null,
    visits: presentVisits(item, parts),
    sections: presentSections(item, parts),
    version: visitor ? 0 : row.version,
    can: itemAbilities(found, item),
  };
};

/** A visitor is shown their own item as if there were no other: also its place says nothing. */
export const presentItems = (found: Found, parts: ItemParts): AgendaItem[] => {
  if (found.part === 'visitor')
    return found.items.map((item) =>
      presentOpen(
        found,
        { id: item.row.id, place: 1, minutes: item.row.minutes, state: 'current' },
        item,
        parts,
      ),
    );
  return found.slots.map((slot) => {
    const item = found.items.find(({ row, part }) => row.id === slot.id && part === 'team');
    return item ? presentOpen(found, slot, item, parts) : { restricted: true, ...slot };
  });
};
