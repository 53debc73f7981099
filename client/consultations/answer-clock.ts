// How much of the time to answer is gone: in working days, as the day itself was worked out.
import type { Consultation } from '../../shared/consultation.ts';
import { type ClockState, clockState } from '../cases/clock-words.ts';
import { isoDay } from '../i18n/dates.ts';

type Due = Pick<Consultation, 'receivedAt' | 'dueOn' | 'answeredAt' | 'holidays'>;

/** @param today a plain ISO date */
export const answerClock = ({ receivedAt, dueOn, answeredAt, holidays }: Due, today: string): ClockState =>
  clockState(
    {
      unit: 'working-days',
      from: isoDay(receivedAt),
      dueOn,
      metOn: answeredAt === null ? null : isoDay(answeredAt),
      holidays: holidays.map((on) => ({ on })),
    },
    today,
  );
