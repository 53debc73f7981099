// Somebody's calendar, as a mail program keeps it from the mails that come: by another parser than the library that wrote them, and as
// forgetful as the strictest program (whoever gets a series again forgets what was said of single occasions of it).
import ICAL from 'ical.js';

type Held = {
  sequence: number;
  master: ICAL.Component | null;
  readonly moved: Map<string, ICAL.Component>;
  readonly off: Set<string>;
};
export type Meeting = { readonly startsAt: string; readonly endsAt: string };
export type HeldCalendar = {
  /** @throws where a mail comes for an entry that is newer, or speaks of an occasion of what is not known */
  take(text: string): void;
  /** What stands in it from the one moment to the other, by its beginning. */
  between(from: Date, until: Date): Meeting[];
};

const eventIn = (text: string): { method: string; event: ICAL.Component } => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  if (!event || others.length > 0) throw new Error('not one event');
  return { method: String(calendar.getFirstPropertyValue('method')), event };
};
const keyOf = (time: ICAL.Time): string => time.toJSDate().toISOString();

const occasionsOf = (held: Held, until: Date): Meeting[] => {
  if (!held.master) return [];
  const event = new ICAL.Event(held.master);
  const meetings: Meeting[] = [];
  const add = (startsAt: ICAL.Time, endsAt: ICAL.Time) =>
    void meetings.push({ startsAt: keyOf(startsAt), endsAt: keyOf(endsAt) });
  if (!event.isRecurring()) {
    add(event.startDate, event.endDate);
    return meetings;
  }
  const iterator = event.iterator();
  for (let at = iterator.next(); at && at.toJSDate() < until; at = iterator.next()) {
    const key = keyOf(at);
    const moved = held.moved.get(key);
    if (held.off.has(key)) continue;
    const { startDate, endDate } = moved ? new ICAL.Event(moved) : event.getOccurrenceDetails(at);
    add(startDate, endDate);
  }
  return meetings;
};

export const holdCalendar = (): HeldCalendar => {
  const entries = new Map<string, Held>();
  return {
    take: (text) => {
      const { method, event } = eventIn(text);
      const uid = String(event.getFirstPropertyValue('uid'));
      const sequence = Number(event.getFirstPropertyValue('sequence'));
      const occasion = event.getFirstPropertyValue('recurrence-id') as ICAL.Time | null;
      const known = entries.get(uid);
      if (known && known.sequence >= sequence) throw new Error(`${uid}: ${sequence} after ${known.sequence}`);
      if (occasion) {
        if (!known?.master) throw new Error(`${uid}: an occasion of what is not known`);
        known.sequence = sequence;
        if (method === 'CANCEL') known.off.add(keyOf(occasion));
        else known.moved.set(keyOf(occasion), event);
        return;
      }
      const master = method === 'CANCEL' ? null : event;
      entries.set(uid, { sequence, master, moved: new Map(), off: new Set() });
    },
    between: (from, until) =>
      [...entries.values()]
        .flatMap((held) => occasionsOf(held, until))
        .filter(({ startsAt }) => startsAt >= from.toISOString() && startsAt < until.toISOString())
        .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
  };
};
