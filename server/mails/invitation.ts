// The calendar entry that a mail about a meeting carries: for one person, holding nobody else. Where the meeting is stands in
// Rinki alone: it may be a family's home.
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalWeekday,
} from 'ical-generator';
import addressParser from 'nodemailer/lib/addressparser';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library';
import type { MeetingKind } from '../../shared/meeting.ts';
import type { Language } from '../../shared/vocabulary.ts';
import { meetingKindIn } from './meeting-kinds.ts';
import type { MeetingGuest } from './meeting-stages.ts';
import { meetingWords } from './meeting-texts.ts';
import type { Repeats } from './repeats.ts';

const zone = 'Europe/Helsinki';

export type Invitation = {
  /** One for each meeting and person; the same in whatever follows. Nothing of others may be read from it. */
  readonly uid: string;
  /** Higher with each change and with the cancelling. */
  readonly sequence: number;
  readonly method: 'request' | 'cancel';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: MeetingKind;
  readonly language: Language;
  /** The mail address of the only one who stands in it. */
  readonly recipient: string;
  /** Where Rinki shows the meeting. */
  readonly link: string;
  /** When this was said: of two entries of one sequence the later one holds. */
  readonly saidAt: Date;
  readonly as: MeetingGuest;
  /** Of a series: every so many weeks from its first occasion on, which `startsAt` and `endsAt` are. */
  readonly repeats: Repeats | null;
  /** Of one occasion of a series: when it was planned to begin, by which calendars know it. */
  readonly occasionAt: Date | null;
};

const organizerIn = (from: string): { name: string; email: string } => {
  const [sender] = addressParser(from, { flatten: true });
  const email = sender?.address ?? '';
  return { name: sender?.name || email, email };
};

// Moments and not Dates: the library writes a Date by the clock of the server.
const moment = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());

const weekdays = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
] as const;
const weekdayOf = (at: Date): ICalWeekday | undefined =>
  weekdays[moment(at).toZonedDateTimeISO(zone).dayOfWeek - 1];

/** The weekday is said too: Outlook writes it itself and expects it. Its last beginning is in UTC, as the standard has it beside a zone. */
const ruleOf = ({ everyWeeks, lastAt, without }: Repeats, startsAt: Date) => {
  const byDay = weekdayOf(startsAt);
  return {
    freq: ICalEventRepeatingFreq.WEEKLY,
    interval: everyWeeks,
    ...(byDay !== undefined && { byDay }),
    ...(lastAt !== null && { until: moment(new Date(lastAt)) }),
    // An empty list would be written as a line without a value.
    ...(without.length > 0 && { exclude: without.map((at) => moment(new Date(at))) }),
  };
};

/**
 * An iCalendar object (RFC 5545) that invites, changes or cancels by RFC 5546.
 * @param from the sender of the house's mails, who organises: mail programs take a cancelling only from the organiser
 * @throws Error where the sender is no mail address
 */
export const invitationFor = (invitation: Invitation, from: string): string => {
  const { uid, sequence, method, startsAt, endsAt, kind, language, recipient, link, saidAt } = invitation;
  const { as, repeats, occasionAt } = invitation;
  const cancels = method === 'cancel';
  const calendar = ical({
    prodId: { company: 'Rinki', product: 'Rinki', language: language.toUpperCase() },
    method: cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // A zone of the whole calendar would move the stamp out of UTC, where it has to be; the event has one of its own.
    timezone: { name: null, generator: (name) => zoneBlock(name)[0] ?? null },
  });
  calendar.createEvent({
    id: uid,
    sequence,
    stamp: moment(saidAt),
    start: moment(startsAt),
    end: moment(endsAt),
    timezone: zone,
    // What is cancelled is the whole series, which needs no rule.
    ...(repeats && !cancels && { repeating: ruleOf(repeats, startsAt) }),
    ...(occasionAt && { recurrenceId: moment(occasionAt) }),
    summary: meetingWords[language].subject.new(meetingKindIn(language, kind)),
    description: `${meetingWords[language][as].entry[method]}\n${link}`,
    url: link,
    status: cancels ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Whoever shares a calendar with colleagues shares the time and not what it is for.
    class: ICalEventClass.PRIVATE,
    organizer: organizerIn(from),
    attendees: [
      {
        email: recipient,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  return calendar.toString();
};
