// One's own visits: which are to come, and which wait for an answer.
import type { OwnVisit } from '../../shared/meeting.ts';

export const isComing = ({ untilAt, now: goesOn }: OwnVisit, now: Date): boolean =>
  goesOn || Date.parse(untilAt) > now.getTime();

/** Nobody knows yet whether one comes. */
export const waitsForAnswer = (visit: OwnVisit, now: Date): boolean =>
  visit.answer === null && isComing(visit, now);
