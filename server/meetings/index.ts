// What the rest of the server may use of meetings.

export { tellBesideMeeting } from './beside.ts';
export { startCalendars } from './calendar/say-in-calendars.ts';
export { memoSection, memoSectionKind } from './memo-section-kind.ts';
export { meetingRoutes } from './routes.ts';
export { wallRoutes } from './wall/routes.ts';
export { tellOfAway } from './who-comes.ts';
