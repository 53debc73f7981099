// Who reads a request and who does what to it, in words: by the place one has in it and the state that it is in. Written apart
// from the table of moves and from the database. Whoever is not named finds nothing; whoever reads and is not named is refused.
import type { PlaceInIt } from './consultation-cast.ts';

/**
 * The state, and whether it is being passed on. From `claimed` on the holder has it; where its holder is gone the former
 * member had it, and the holder of the cast is one of the team like the others.
 */
export const situations = [
  'sent',
  'sent, passed on',
  'triage',
  'triage, passed on',
  'claimed',
  'claimed, passed on',
  'claimed, its holder gone',
  'more-information',
  'more-information, passed on',
  'answered',
  'followed-up',
  'closed',
  'withdrawn',
] as const;
export type Situation = (typeof situations)[number];

const words = (text: string): string[] => text.split(' · ');

const everyState: readonly string[] = words(
  'sent · triage · claimed · more-information · answered · followed-up · closed · withdrawn',
);
const reading: Readonly<Record<string, readonly string[]>> = {
  asker: everyState,
  deputy: everyState,
  member: everyState.filter((state) => state !== 'withdrawn'),
  holder: everyState.filter((state) => state !== 'withdrawn'),
  lead: everyState.filter((state) => state !== 'withdrawn'),
  'on call': everyState.filter((state) => state !== 'withdrawn'),
  'invited expert': everyState.filter((state) => state !== 'withdrawn' && state !== 'closed'),
  expert: everyState.filter((state) => state !== 'withdrawn' && state !== 'closed'),
};

const whilePassed = 'sent, passed on · triage, passed on · claimed, passed on · more-information, passed on';
const unfinished =
  'sent · triage · claimed · claimed, its holder gone · more-information · answered · followed-up';

/** Act: who may · in which states. `team`: anybody of the service. */
const table: Readonly<Record<string, readonly [who: string, states: string]>> = {
  'begin-triage': ['team', 'sent'],
  claim: ['team', 'sent · triage · claimed, its holder gone'],
  release: ['holder', 'claimed · more-information'],
  'hand-on': ['holder · lead', 'claimed · more-information'],
  'hand-on by the lead': ['lead', 'sent · triage · claimed, its holder gone'],
  'ask-more': ['holder', 'claimed · more-information'],
  answer: ['holder', 'claimed · more-information'],
  'write-together': [
    'member · holder · lead · on call · expert',
    'claimed · claimed, its holder gone · more-information',
  ],
  'tell-more': ['asker · deputy', 'sent · triage · claimed · claimed, its holder gone · more-information'],
  withdraw: ['asker · deputy', 'sent · triage · claimed · claimed, its holder gone · more-information'],
  close: ['asker · deputy · holder · lead', 'answered · followed-up'],
  reopen: ['asker · deputy · holder · lead', 'answered · followed-up · closed'],
  'set-deputy': [
    'asker',
    'sent · triage · claimed · claimed, its holder gone · more-information · answered · followed-up',
  ],
  'pass-on': ['holder · lead', 'claimed · more-information'],
  'pass-on by the lead': ['lead', 'sent · triage · claimed, its holder gone'],
  'take-back-passing': ['holder · lead', 'claimed, passed on · more-information, passed on'],
  'take-back-passing by the lead': ['lead', 'sent, passed on · triage, passed on'],
  'accept-passed': ['member of the service it is passed to', whilePassed],
  'decline-passed': ['member of the service it is passed to', whilePassed],
  'invite-expert': ['holder', 'claimed · more-information'],
  'accept-invitation': ['invited expert', unfinished],
  'decline-invitation': ['invited expert · expert', unfinished],
  advise: ['expert', 'claimed · claimed, its holder gone · more-information'],
  'propose-times': ['holder', 'claimed · more-information · answered · followed-up'],
  'choose-time': [
    'asker · deputy',
    'claimed · claimed, its holder gone · more-information · answered · followed-up',
  ],
  'record-outcome': ['asker · deputy · holder', 'answered · followed-up'],
  'follow-up': ['asker · deputy', 'answered'],
  name: [
    'asker',
    'sent · triage · claimed · claimed, its holder gone · more-information · answered · followed-up · closed',
  ],
  'note-talk': ['holder', 'claimed · more-information · answered · followed-up'],
  // Into the own system of the own side.
  'mark-transferred': [
    'asker · deputy · member · holder · lead · on call · expert',
    'answered · followed-up · closed',
  ],
  // The child welfare notification: in person, whatever has become of the request.
  notify: [
    'asker',
    'sent · triage · claimed · claimed, its holder gone · more-information · answered · followed-up · closed · withdrawn',
  ],
};
/** Acts that depend on whether it is being passed on: of these the situation counts as it is called. */
const ofPassing = ['pass-on', 'take-back-passing', 'accept-passed', 'decline-passed'];
export const acts = Object.keys(table).filter((act) => !act.includes(' '));

/** Being passed on changes nothing of what the sides can do until somebody accepts. */
const plain = (situation: Situation): string => situation.replace(', passed on', '');
const stateIn = (situation: Situation): string => situation.split(',')[0] ?? '';

/** Whoever stands in now reads and does what the one who is away does; of the asker's what a deputy does. */
export const inPlaceOf: Partial<Record<PlaceInIt, PlaceInIt>> = {
  'stands in for the asker': 'deputy',
  'stands in for the holder': 'holder',
  'stands in for the lead': 'lead',
};

export const reads = (asked: PlaceInIt, situation: Situation): boolean => {
  const place = inPlaceOf[asked] ?? asked;
  if (place === 'member of the service it is passed to') return situation.includes('passed on');
  return reading[place]?.includes(stateIn(situation)) ?? false;
};

const team: readonly string[] = ['member', 'holder', 'lead', 'on call'];
/** In the service, in their own right or for somebody who is away. */
export const inTeam = (asked: PlaceInIt): boolean => team.includes(inPlaceOf[asked] ?? asked);

const mayInPlace = (act: string, place: PlaceInIt, situation: Situation): boolean =>
  Object.entries(table).some(([name, [who, states]]) => {
    if (name !== act && !name.startsWith(`${act} by`)) return false;
    const called = ofPassing.includes(act) ? situation : plain(situation);
    if (!words(states).includes(called) || !reads(place, situation)) return false;
    return who === 'team' ? inTeam(place) : words(who).includes(place);
  });

export const may = (act: string, asked: PlaceInIt, situation: Situation): boolean =>
  mayInPlace(act, inPlaceOf[asked] ?? asked, situation);

/** The answer that several write: nobody who asks finds it, whatever else they are, nor whoever cannot answer yet. */
export const readsTogether = (place: PlaceInIt, situation: Situation): boolean =>
  (inTeam(place) || place === 'expert') && reads(place, situation);
export const writesTogether = (place: PlaceInIt, situation: Situation): boolean =>
  may('write-together', place, situation);
