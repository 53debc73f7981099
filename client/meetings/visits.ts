// One's own visits: which are to come, and which wait for an answer.
import type { OwnVisit } from '../../shared/meeting.ts';

/** Whoever was there and whose item goes on no more has been. */
export const isComing = ({ untilAt, now: goesOn, been }: OwnVisit, now: Date): boolean =>
  goesOn || (!been && Date.parse(untilAt) > now.getTime());

/** Whether one comes can still be said: whoever is there has said it. */
export const canAnswer = (visit: OwnVisit, now: Date): boolean => !visit.been && isComing(visit, now);

/** Nobody knows yet whether one comes. */
export const waitsForAnswer = (visit: OwnVisit, now: Date): boolean =>
  visit.answer === null && canAnswer(visit, now);
