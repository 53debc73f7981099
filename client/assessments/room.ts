// What every part of the assessment's page shares: the snapshot, the assessment, who is reading, who is where.
import { createContext, useContext } from 'solid-js';
import type { Assessment } from '../../shared/assessments.ts';
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import type { Presence } from '../../shared/live.ts';
import { compare } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import type { AgencyKind } from '../ui/agency-kind.ts';
import type { Address, StartBody } from '../writing/address.ts';
import type { Section } from './sections.ts';

export type AssessmentRoom = {
  readonly workspace: () => Workspace;
  readonly assessment: () => Assessment;
  readonly section: () => Section;
  readonly me: () => string;
  readonly presence: () => readonly Presence[];
};
export const AssessmentRoomContext = createContext<AssessmentRoom>();

export const useAssessment = (): AssessmentRoom => {
  const room = useContext(AssessmentRoomContext);
  if (!room) throw new Error('useAssessment() is for parts of an assessment');
  return room;
};

export type Author = {
  readonly names: string;
  readonly kind: AgencyKind;
  readonly agency: string | undefined;
  readonly profession: string;
};

type Member = Workspace['members'][number];

const professionOf = (member: Member | undefined): string => {
  if (!member) return '';
  if (member.profession === null) return t(`memberRole.${member.role}`);
  return t(`profession.${member.profession}`);
};

/** Several agencies of one kind are told apart by name, in the reader's language. */
const agencyWord = (workspace: Workspace, member: Member | undefined): string | undefined => {
  if (!member?.agencyId) return undefined;
  const others = workspace.members.some(
    (one) => one.agencyKind === member.agencyKind && one.agencyId !== member.agencyId,
  );
  return others ? ((locale() === 'sv' ? member.agencyNameSv : member.agencyNameFi) ?? undefined) : undefined;
};

export const authorOf = (workspace: Workspace, personIds: readonly string[]): Author => {
  const members = personIds.flatMap((id) => workspace.members.find((one) => one.personId === id) ?? []);
  const first = members[0];
  return {
    names: members.map((one) => one.name).join(` ${t('assessment.and')} `),
    kind: first?.agencyKind ?? 'family',
    agency: agencyWord(workspace, first),
    profession: [...new Set(members.map(professionOf))].join(', '),
  };
};

/** Members who can be asked: active professionals, by name. */
export const professionals = (workspace: Workspace, now: string): Member[] =>
  workspace.members
    .filter((one) => one.agencyId !== null && (one.endsAt === null || one.endsAt > now))
    .sort((a, b) => compare(a.name, b.name));

/** Where a part is written: in its entry, or in one that begins with the first character. */
export const addressFor =
  (entry: () => Entry | undefined, start: () => StartBody) =>
  (field: string): Address => {
    const known = entry();
    return known ? { entryId: known.id, field, start: start() } : { start: start(), field };
  };

export const startOf = (
  room: AssessmentRoom,
  kind: StartBody['kind'],
  more: Partial<StartBody> = {},
): StartBody => ({
  kind,
  caseId: room.workspace().case.id,
  assessmentId: room.assessment().id,
  parentId: null,
  about: null,
  pairId: null,
  ...more,
});
