// Who is in which part of the assessment, and who writes where: only what the presence frames give this reader, and only
// in texts that the reader sees.
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import type { Presence } from '../../shared/live.ts';
import { lifeAreas } from './life-areas.ts';
import { type Section, sameSection } from './sections.ts';

const partOfKind = {
  situation: 'situation',
  'child-view': 'child-view',
  'parent-view': 'parent-views',
  synthesis: 'synthesis',
  dissent: 'synthesis',
} as const;

/** The section in which a text stands; a comment stands where its text does. */
export const sectionOfEntry = (workspace: Workspace, entry: Entry): Section | undefined => {
  if (entry.kind === 'contribution') {
    const area = lifeAreas.find((one) => one === entry.about);
    return area && { area };
  }
  if (entry.kind === 'comment') {
    const parent = workspace.entries.find((one) => one.id === entry.parentId);
    return parent ? sectionOfEntry(workspace, parent) : undefined;
  }
  const { kind } = entry;
  return entry.agendaItemId === null && kind in partOfKind
    ? { part: partOfKind[kind as keyof typeof partOfKind] }
    : undefined;
};

export const writersOf = (presence: readonly Presence[], entryId: string): string[] =>
  presence
    .filter((one) => one.places.some((place) => place.entryId === entryId && place.writing))
    .map((one) => one.personId);

export const peopleIn = (
  workspace: Workspace,
  presence: readonly Presence[],
  section: Section,
  me: string,
): { personId: string; writing: boolean }[] =>
  presence.flatMap(({ personId, places }) => {
    if (personId === me || !workspace.members.some((one) => one.personId === personId)) return [];
    const here = places.filter((place) => {
      const entry = workspace.entries.find((one) => one.id === place.entryId);
      const where = entry && sectionOfEntry(workspace, entry);
      return where !== undefined && sameSection(where, section);
    });
    return here.length > 0 ? [{ personId, writing: here.some((place) => place.writing) }] : [];
  });
