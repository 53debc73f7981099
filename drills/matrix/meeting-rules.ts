// Who is what to a meeting, in words: written apart from both rings. The meeting has two cases; the first is Oskar's, the second Leena's.
// Kaisa is in both and leads; the nurse visits the first case, the teacher and the mother the second.
export const meetingPlaces = [
  'chair, in both cases',
  'of the team, in the second case',
  'of the team, in the first case',
  'of the team, in no case',
  'of the second case’s home team, not of the team',
  'was of the team',
  'chair, acting elsewhere',
  'visits the second from the own agency',
  'visits the second from the school',
  'visits the second from home',
  'visits the first from the clinic',
  'of the school, in the second case, not invited',
  'of the school, invited for another time',
  'of the school, no longer invited',
  'of the school, invited, whose place in the case has ended',
  'invited to the second, and shut out of its case by a prohibition',
  'colleague in no case',
  'stranger',
] as const;
export type MeetingPlace = (typeof meetingPlaces)[number];

export const meetingSituations = [
  'planned',
  'opened',
  'first discussed',
  'between',
  'second discussed',
  'ended',
  'cancelled',
] as const;
export type MeetingSituation = (typeof meetingSituations)[number];

const among =
  (...those: MeetingPlace[]) =>
  (place: MeetingPlace): boolean =>
    those.includes(place);

const inFirst = among('chair, in both cases', 'of the team, in the first case');
const inSecond = among(
  'chair, in both cases',
  'of the team, in the second case',
  'of the second case’s home team, not of the team',
);
const ofMeeting = (place: MeetingPlace): boolean =>
  inFirst(place) || inSecond(place) || place === 'of the team, in no case';
const comesForSecond = among(
  'visits the second from the own agency',
  'visits the second from the school',
  'visits the second from home',
);
const comesForFirst = among('visits the first from the clinic');
const isUnderWay = (situation: MeetingSituation): boolean =>
  ['opened', 'first discussed', 'between', 'second discussed'].includes(situation);

/** Visits now: while the case is discussed for which they come. */
export const visits = (place: MeetingPlace, situation: MeetingSituation): boolean =>
  (comesForFirst(place) && situation === 'first discussed') ||
  (comesForSecond(place) && situation === 'second discussed');

/** Opens the room, and hears that it moved. */
export const opensRoom = (place: MeetingPlace, situation: MeetingSituation): boolean =>
  ofMeeting(place) || visits(place, situation);
/** Comes in: while the meeting is under way. */
export const comesIn = (place: MeetingPlace, situation: MeetingSituation): boolean =>
  isUnderWay(situation) && opensRoom(place, situation);

export type Shown = 'open' | 'restricted' | 'absent';
export const showsItem = (
  item: 'first' | 'second',
  place: MeetingPlace,
  situation: MeetingSituation,
): Shown => {
  if (item === 'first' ? inFirst(place) : inSecond(place)) return 'open';
  if (ofMeeting(place)) return 'restricted';
  const mine = item === 'first' ? comesForFirst(place) : comesForSecond(place);
  return mine && visits(place, situation) ? 'open' : 'absent';
};

/** What is new in the case, read by its home team as long as it is still to be discussed; a visitor has none of it. */
export const readsNews = (
  item: 'first' | 'second',
  place: MeetingPlace,
  situation: MeetingSituation,
): boolean => {
  const open: readonly MeetingSituation[] =
    item === 'first'
      ? ['planned', 'opened', 'first discussed']
      : ['planned', 'opened', 'first discussed', 'between', 'second discussed'];
  return open.includes(situation) && (item === 'first' ? inFirst(place) : inSecond(place));
};

/** The meetings of a case, on its own page: its home team’s, whatever has become of them. */
export const listsMeetingsOf = (item: 'first' | 'second', place: MeetingPlace): boolean =>
  item === 'first' ? inFirst(place) : inSecond(place);

/**
 * What the wall shows while these are in the room, whether they may still be there or not: of the agenda nothing, or for each item whether it is
 * named; and which case is shown.
 */
export const onTheWall = (
  present: readonly MeetingPlace[],
  situation: MeetingSituation,
): { agenda: [first: boolean, second: boolean] | null; shown: 'first' | 'second' | null } => {
  const knowOrder = present.length > 0 && present.every(ofMeeting);
  const current =
    situation === 'first discussed' ? 'first' : situation === 'second discussed' ? 'second' : null;
  const see = (item: 'first' | 'second') =>
    present.length > 0 && present.every((place) => showsItem(item, place, situation) === 'open');
  return {
    agenda: knowOrder ? [present.every(inFirst), present.every(inSecond)] : null,
    shown: current !== null && see(current) ? current : null,
  };
};

const ofSchool = among(
  'visits the second from the school',
  'of the school, in the second case, not invited',
  'of the school, invited for another time',
  'of the school, no longer invited',
);

export const sections = ['shared', 'team', 'school’s own'] as const;
export type Section = (typeof sections)[number];
/** Of the second case: what is shared goes to the school, on its ground, and not to the family. */
export const readsSection = (section: Section, place: MeetingPlace, situation: MeetingSituation): boolean => {
  if (section === 'school’s own') return ofSchool(place);
  if (inSecond(place)) return true;
  if (section === 'team' || place === 'visits the second from home') return false;
  return comesForSecond(place) && visits(place, situation);
};
/** After the meeting the home team goes on until what was written is signed. */
export const writesSection = (section: Section, place: MeetingPlace, situation: MeetingSituation): boolean =>
  readsSection(section, place, situation) &&
  (section === 'school’s own' || isUnderWay(situation) || situation === 'ended');

/** The memo of the second case, when the meeting has ended. An agency keeps its own, also for whoever of it has left the case. */
export const readsMemo = (part: Section, place: MeetingPlace): boolean => {
  if (part === 'school’s own')
    return ofSchool(place) || place === 'of the school, invited, whose place in the case has ended';
  if (part === 'team') return inSecond(place);
  return inSecond(place) || ofSchool(place) || place === 'visits the second from the own agency';
};
const wasThere = among(
  'chair, in both cases',
  'of the team, in the second case',
  'visits the second from the own agency',
  'visits the second from the school',
);
export const signsMemo = (part: Section, place: MeetingPlace): boolean =>
  part === 'school’s own' ? ofSchool(place) : readsMemo(part, place) && wasThere(place);
/** Signs first, and corrects: whoever writes it. */
export const makesMemo = (part: Section, place: MeetingPlace): boolean =>
  signsMemo(part, place) && (part === 'school’s own' || inSecond(place));
export const writesMemo = (part: Section, place: MeetingPlace): boolean =>
  part === 'school’s own' ? ofSchool(place) : inSecond(place);

/** Acts on the meeting: opens it, puts what is to come in order. Only of the team; a visitor never. */
export const orders = (place: MeetingPlace, situation: MeetingSituation): boolean =>
  ofMeeting(place) && (situation === 'planned' || isUnderWay(situation));
export const takesChair = (place: MeetingPlace, situation: MeetingSituation): boolean =>
  ofMeeting(place) && isUnderWay(situation);
