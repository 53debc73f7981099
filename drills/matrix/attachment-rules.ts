// Who has what of a file beside a named request, in words: by the place one has in it, its state, and what the scanner has said. Written
// apart from the rules of the server and from the database. The file is the asker's.
import type { PlaceInIt } from './consultation-cast.ts';
import { inPlaceOf, reads, type Situation } from './consultation-rules.ts';

export const fileStates = ['waiting', 'clean', 'infected', 'taken back'] as const;
export type FileState = (typeof fileStates)[number];

const openStates = 'sent · triage · claimed · claimed, its holder gone · more-information'.split(' · ');
const taken = ['claimed', 'more-information'];

/** Whoever reads the request is told of every file that was not taken back, also of one that is held. */
export const lists = (place: PlaceInIt, situation: Situation, file: FileState): boolean =>
  reads(place, situation) && file !== 'taken back';

export const downloads = (place: PlaceInIt, situation: Situation, file: FileState): boolean =>
  reads(place, situation) && (file === 'clean' || (file === 'waiting' && place === 'asker'));

/** Whoever writes a turn, while it is to be answered. */
export const adds = (asked: PlaceInIt, situation: Situation): boolean => {
  const place = inPlaceOf[asked] ?? asked;
  const state = situation.replace(', passed on', '');
  if (['asker', 'deputy', 'expert'].includes(place)) return openStates.includes(state);
  return place === 'holder' && taken.includes(state);
};

/** Nobody but whoever added it, whatever has become of the request since; a deputy neither. */
export const takesBack = (place: PlaceInIt, file: FileState): boolean =>
  place === 'asker' && file !== 'taken back';
