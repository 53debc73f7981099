// Entries as they leave the server.
import type { Selectable } from 'kysely';
import type { Alternative, Audience, Entry } from '../../shared/entries.ts';
import type { CaseEvent } from '../../shared/live.ts';
import { entryAbilities } from '../access/abilities.ts';
import type { AudienceFact } from '../access/facts.ts';
import { audienceAsKnown } from '../access/rules.ts';
import type { Entries, EntryAlternatives } from '../platform/db/tables.ts';

/** The audience of what is its author's alone. */
export const privateAudience = (dataClass: Audience['dataClass']): Audience => ({
  dataClass,
  scope: 'private',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
});

export const presentAudience = ({
  dataClass,
  scope,
  agencyIds,
  familyScope,
  familyIds,
}: AudienceFact): Audience => ({ dataClass, scope, agencyIds, familyScope, familyIds });

/** `can` is empty: it is filled in for each viewer. The contract checks the whole of it on its way out. */
export const presentEntry = (row: Selectable<Entries>, audience: Audience): Entry => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as Entry['kind'],
  state: row.state as Entry['state'],
  ownerAgencyId: row.owner_agency_id,
  authorIds: row.author_ids,
  assessmentId: row.assessment_id,
  parentId: row.parent_id,
  about: row.about,
  agendaItemId: row.agenda_item_id,
  expiresAt: row.expires_at?.toISOString() ?? null,
  fields: row.fields as Entry['fields'],
  audience,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  sharedAt: row.shared_at?.toISOString() ?? null,
  version: row.version,
  can: [],
});

export const presentAlternative = (row: Selectable<EntryAlternatives>): Alternative => ({
  id: row.id,
  entryId: row.entry_id,
  field: row.field,
  device: row.device,
  text: row.body,
  updatedAt: row.updated_at.toISOString(),
});

/** Of the child's view, the recorder's team's alone, also when the view itself was given further. */
export const isTeamsOwn = (kind: string, field: string): boolean =>
  kind === 'child-view' && (field === 'safetyCheck' || field === 'asked');

/**
 * Of a pair of authors, those whom the viewer may know of: a text tells nobody who knows one of them that the other takes
 * part. Whoever writes is visible to those who read, so one author always stands there.
 */
export const authorsKnown = (
  authorIds: readonly string[],
  viewer: { knownPeople: (personIds: readonly string[]) => string[] },
): string[] => {
  if (authorIds.length < 2) return [...authorIds];
  const known = viewer.knownPeople(authorIds);
  return known.length > 0 ? known : [...authorIds];
};

/**
 * An audience as somebody may know it. One that names nobody whom they may know of looks like one that names nobody: that
 * others were chosen is not told either.
 */
export const shownAudience = (audience: Audience, known: ReadonlySet<string>): Audience => {
  const shown = audienceAsKnown(audience, known);
  return {
    ...shown,
    scope: shown.scope === 'agencies' && shown.agencyIds.length === 0 ? 'agency' : shown.scope,
    familyScope: shown.familyScope === 'chosen' && shown.familyIds.length === 0 ? 'none' : shown.familyScope,
  };
};

/**
 * The entry as one viewer sees it: with what they may do, without what is the team's own or whom they may not know of.
 * @param readsParent may they read the text that this one is about? Else it is about none, as far as they learn.
 */
export const presentFor = (
  entry: Entry,
  viewer: Parameters<typeof entryAbilities>[0] & {
    home: boolean;
    known: ReadonlySet<string>;
    knownPeople: (personIds: readonly string[]) => string[];
  },
  readsParent: boolean,
): Entry => {
  const whole = entry.kind !== 'child-view' || viewer.home;
  const shown = Object.entries(entry.fields).filter(([field]) => whole || !isTeamsOwn(entry.kind, field));
  return {
    ...entry,
    parentId: readsParent ? entry.parentId : null,
    authorIds: authorsKnown(entry.authorIds, viewer),
    fields: Object.fromEntries(shown),
    audience: shownAudience(entry.audience, viewer.known),
    // Whoever else a text reaches raises it: it is for those who change the text, and does not move for anybody else.
    version: entry.authorIds.includes(viewer.personId) ? entry.version : 0,
    can: entryAbilities(viewer, entry),
  };
};

/** Does a text that has moved from one audience to another look different to somebody who may read it in both? */
export const looksMoved = (
  before: Audience,
  event: CaseEvent,
  viewer: { readonly personId: string; readonly known: ReadonlySet<string> },
): boolean => {
  if (!('entry' in event)) return true;
  const { authorIds, audience } = event.entry;
  const [was, is] = [before, audience].map((one) => JSON.stringify(shownAudience(one, viewer.known)));
  return authorIds.includes(viewer.personId) || was !== is;
};
