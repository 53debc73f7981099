// Own 0–10 scales of the child, the parents and the professionals, side by side, and how far apart they are.
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import type { AgencyKind } from '../ui/agency-kind.ts';
import { askedFor, entriesOf } from './sections.ts';

export type View = {
  readonly id: string;
  readonly name: string;
  readonly agency: AgencyKind;
  readonly value: number | null;
};

const valueIn = (entry: Entry | undefined, field: string): number | null => {
  const text = entry?.fields[field]?.text ?? '';
  return /^([0-9]|10)$/.test(text) ? Number(text) : null;
};

const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase('fi') + word.slice(1);

/** What to call a parent: "Äiti" where the family tie is known, else the given name. */
export const parentName = (workspace: Workspace, id: string): string => {
  const member = workspace.members.find((one) => one.personId === id);
  const relation = workspace.relations.find(
    (one) => one.id === id || one.personId === id || (member !== undefined && one.name === member.name),
  );
  return relation ? capital(relation.relation) : (member?.givenName ?? '');
};

/** Guardians, each once: those who sign in, and those known to the case who do not. */
export const guardians = (workspace: Workspace): { id: string; name: string; fullName: string }[] => {
  const members = workspace.members.filter((one) => one.role === 'guardian');
  const relations = workspace.relations.filter(
    (one) =>
      one.kind === 'guardian' &&
      !members.some((member) => member.personId === one.personId || member.name === one.name),
  );
  return [
    ...members.map((one) => ({
      id: one.personId,
      name: parentName(workspace, one.personId),
      fullName: one.name,
    })),
    ...relations.map((one) => ({ id: one.id, name: capital(one.relation), fullName: one.name })),
  ];
};

/** The newest shared view of a parent, or the reader's own draft of it. */
export const parentViewOf = (workspace: Workspace, assessmentId: string, about: string): Entry | undefined =>
  entriesOf(workspace, assessmentId, 'parent-view')
    .filter((one) => one.about === about)
    .sort((a, b) => (b.sharedAt ?? '9').localeCompare(a.sharedAt ?? '9'))[0];

/** Each hearing of the child that one may read, the newest first. Several of the team may each have heard the child. */
export const childViewsOf = (workspace: Workspace, assessmentId: string): Entry[] => {
  const heardOn = (one: Entry) => one.fields.heardOn?.text || one.createdAt.slice(0, 10);
  return entriesOf(workspace, assessmentId, 'child-view').sort(
    (a, b) => heardOn(b).localeCompare(heardOn(a)) || b.id.localeCompare(a.id),
  );
};

/** The child's own number: the newest that was given; a draft of one's own only while nothing is shared. */
const childValue = (workspace: Workspace, assessmentId: string, area: string): number | null => {
  const views = childViewsOf(workspace, assessmentId);
  const inOrder = [
    ...views.filter((one) => one.state !== 'draft'),
    ...views.filter((one) => one.state === 'draft'),
  ];
  return inOrder.map((one) => valueIn(one, `scale.${area}`)).find((value) => value !== null) ?? null;
};

/** The child first, then the parents, then those who were asked. */
export const viewsOf = (workspace: Workspace, assessmentId: string, area: string): View[] => {
  const family: View[] = [
    {
      id: 'child',
      name: workspace.case.childGivenName,
      agency: 'family',
      value: childValue(workspace, assessmentId, area),
    },
    ...guardians(workspace).map(
      (one): View => ({
        id: one.id,
        name: one.name,
        agency: 'family',
        value: valueIn(parentViewOf(workspace, assessmentId, one.id), `scale.${area}`),
      }),
    ),
  ];
  const professionals = askedFor(workspace, assessmentId, area).flatMap((asked) => {
    const entry = workspace.entries.find((one) => one.id === asked.entryId);
    const value = valueIn(entry, 'scale');
    return asked.contributorIds.flatMap((personId): View[] => {
      const member = workspace.members.find((one) => one.personId === personId);
      if (!member) return [];
      return [{ id: personId, name: member.givenName, agency: member.agencyKind ?? 'family', value }];
    });
  });
  return [...family, ...professionals];
};

export type Agreement =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly only: View }
  | { readonly kind: 'same' | 'near' | 'apart'; readonly low: View; readonly high: View };

/** One step is the same view in other words; four or more is a difference worth talking about. */
export const agreementOf = (views: readonly View[]): Agreement => {
  const given = views
    .filter((one): one is View & { value: number } => one.value !== null)
    .sort((a, b) => a.value - b.value);
  const [low, high] = [given[0], given.at(-1)];
  if (!low || !high) return { kind: 'none' };
  if (given.length === 1) return { kind: 'one', only: low };
  const apart = high.value - low.value;
  return { kind: apart <= 1 ? 'same' : apart <= 3 ? 'near' : 'apart', low, high };
};

/** The child's words and where they are from; undefined while one may not read any. */
export const childWords = (
  workspace: Workspace,
  assessmentId: string,
): { text: string; on: string } | undefined => {
  const entry = childViewsOf(workspace, assessmentId).find(
    (one) => (one.fields.verbatim?.text ?? '').trim() !== '' && one.state !== 'draft',
  );
  if (!entry) return undefined;
  return {
    text: entry.fields.verbatim?.text ?? '',
    on: entry.fields.heardOn?.text || entry.updatedAt,
  };
};
