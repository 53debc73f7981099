// Every route of the installation, in one place to walk over: OpenAPI, the authorization matrix, the list of public ones.
import * as absences from './absences.ts';
import * as agencies from './agencies.ts';
import * as agendaNews from './agenda-news.ts';
import * as assessments from './assessments.ts';
import * as breakGlass from './break-glass.ts';
import * as bundles from './bundles.ts';
import * as caseMeetings from './case-meetings.ts';
import * as cases from './cases.ts';
import * as consultationAttachments from './consultation-attachments.ts';
import * as consultationNaming from './consultation-naming.ts';
import * as consultationOutcomes from './consultation-outcomes.ts';
import * as consultationRecords from './consultation-records.ts';
import * as consultations from './consultations.ts';
import * as consultationsTogether from './consultations-together.ts';
import * as custody from './custody.ts';
import * as entries from './entries.ts';
import * as guests from './guests.ts';
import * as heard from './heard.ts';
import * as jointAnswers from './joint-answers.ts';
import * as live from './live-routes.ts';
import * as meetingTemplates from './meeting-templates.ts';
import * as meetings from './meetings.ts';
import * as members from './members.ts';
import * as memo from './memo.ts';
import type { Route } from './route.ts';
import * as services from './services.ts';
import * as sessions from './sessions.ts';
import * as sharing from './sharing.ts';
import * as steps from './steps.ts';
import * as teamFigures from './team-figures.ts';
import * as today from './today.ts';
import * as wall from './wall.ts';
import * as welfareNotifications from './welfare-notifications.ts';

const isRoute = (x: unknown): x is Route => typeof x === 'object' && x !== null && 'path' in x && 'who' in x;

export const contracts: readonly Route[] = [
  sessions,
  today,
  cases,
  custody,
  members,
  breakGlass,
  absences,
  entries,
  sharing,
  assessments,
  live,
  agencies,
  guests,
  services,
  consultations,
  consultationsTogether,
  consultationOutcomes,
  jointAnswers,
  consultationNaming,
  bundles,
  consultationRecords,
  consultationAttachments,
  welfareNotifications,
  meetings,
  meetingTemplates,
  caseMeetings,
  heard,
  teamFigures,
  memo,
  agendaNews,
  wall,
  steps,
].flatMap((nouns) => Object.values(nouns).filter(isRoute));
