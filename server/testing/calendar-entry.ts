// A calendar entry as a calendar reads it: by another parser than the library that wrote it, with the time zone as the file itself
// describes it.
import ICAL from 'ical.js';

export type CalendarEntry = {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The beginning by the clock on the wall, `YYYY-MM-DDTHH:MM:SS`, and the name of its zone. */
  readonly local: string;
  readonly zone: string;
  readonly organizer: string;
  readonly attendees: readonly { readonly address: string; readonly parameters: Record<string, string> }[];
  /** Each property of the event with its value, in the order of the file. */
  readonly properties: readonly (readonly [name: string, value: string])[];
};

/** @throws where the text is no calendar with one event and its time zone */
export const readEntry = (text: string): CalendarEntry => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  const [described, ...otherZones] = calendar.getAllSubcomponents('vtimezone');
  if (!event || !described || others.length > 0 || otherZones.length > 0)
    throw new Error('not one event and its zone');
  const zone = new ICAL.Timezone(described);
  const timeOf = (name: string): ICAL.Time => {
    const time = event.getFirstPropertyValue(name) as ICAL.Time;
    if (event.getFirstProperty(name)?.getParameter('tzid') !== zone.tzid)
      throw new Error(`${name}: other zone`);
    time.zone = zone;
    return time;
  };
  const textOf = (name: string): string => String(event.getFirstPropertyValue(name));
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: textOf('uid'),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: textOf('status'),
    summary: textOf('summary'),
    description: textOf('description'),
    startsAt: timeOf('dtstart').toJSDate(),
    endsAt: timeOf('dtend').toJSDate(),
    local: textOf('dtstart'),
    zone: zone.tzid,
    organizer: textOf('organizer'),
    attendees: event.getAllProperties('attendee').map((property) => ({
      address: String(property.getFirstValue()),
      parameters: Object.fromEntries(
        ['role', 'partstat', 'rsvp', 'cn'].flatMap((name) => {
          const value = property.getParameter(name);
          return value === undefined ? [] : [[name, String(value)]];
        }),
      ),
    })),
    properties: event.getAllProperties().map((one) => [one.name, String(one.getFirstValue())] as const),
  };
};
