// An invitation and a ground as named texts and back: every choice is a text, so that the draft layer can save each as
// it is made. An empty text is what nobody has answered yet.
import {
  type Capacity,
  capacities,
  type DataClass,
  dataClasses,
  type GroundKind,
  groundKinds,
  memberRoles,
} from '../../shared/vocabulary.ts';
import type { GroundDraft, Invitable, Invitation } from './invitation.ts';

export type Texts = (field: string) => string;

/** Chosen to be empty, unlike not chosen yet. */
const none = '-';
const yes = (on: boolean): string => (on ? 'yes' : 'no');

export const classesText = (classes: readonly DataClass[]): string => classes.join(' ') || none;
export const classesOf = (text: string, begun: readonly DataClass[] = []): readonly DataClass[] =>
  text === '' ? begun : dataClasses.filter((one) => text.split(' ').includes(one));

export const groundTexts = (ground: GroundDraft): Record<string, string> => ({
  kind: ground.kind,
  statute: ground.statute,
  statuteConfirmed: yes(ground.statuteConfirmed),
  beatsProhibition: yes(ground.beatsProhibition),
  givenBy: ground.givenBy,
  givenByRelations: ground.givenByRelations.join(' '),
  capacity: ground.capacity,
  capacityReason: ground.capacityReason,
  evidence: ground.evidence,
});
export const groundOf = (texts: Texts): GroundDraft => ({
  kind: groundKinds.find((one): one is GroundKind => one === texts('kind')) ?? '',
  statute: texts('statute'),
  statuteConfirmed: texts('statuteConfirmed') === 'yes',
  beatsProhibition: texts('beatsProhibition') === 'yes',
  givenBy: texts('givenBy'),
  givenByRelations: texts('givenByRelations')
    .split(' ')
    .filter((one) => one !== ''),
  capacity: capacities.find((one): one is Capacity => one === texts('capacity')) ?? '',
  capacityReason: texts('capacityReason'),
  evidence: texts('evidence'),
});

export const invitationTexts = (value: Invitation): Record<string, string> => ({
  ...groundTexts(value.ground),
  role: value.role,
  endsOn: value.endsOn,
  purpose: value.purpose,
  toThem: classesText(value.toThem),
  fromThem: classesText(value.fromThem),
  known: value.known,
  familyKnows: yes(value.familyKnows),
});
/** @param begun what stands where nothing was chosen yet */
export const invitationOf = (texts: Texts, begun: Invitation): Invitation => ({
  role: memberRoles.find((one) => one === texts('role')) ?? begun.role,
  endsOn: texts('endsOn'),
  purpose: texts('purpose'),
  ground: groundOf(texts),
  toThem: classesOf(texts('toThem'), begun.toThem),
  fromThem: classesOf(texts('fromThem'), begun.fromThem),
  known: texts('known') === 'all' ? 'all' : texts('known') === 'us' ? 'us' : begun.known,
  familyKnows: texts('familyKnows') === '' ? begun.familyKnows : texts('familyKnows') === 'yes',
});

/** What to type for a change: only what it changes, so that nothing unanswered is saved as an answer. */
export const changedTexts = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): [string, string][] => Object.entries(after).filter(([field, text]) => before[field] !== text);

/** One person in one of their posts. Each has fields of their own: what is typed of one never goes to another. */
export const whoText = (person: Pick<Invitable, 'personId' | 'affiliationId'>): string =>
  person.affiliationId ?? person.personId;
