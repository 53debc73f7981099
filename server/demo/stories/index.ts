// The children of the demo region, each in another stage, the requests for advice, and the meetings.
import type { Storyteller } from '../storyteller.ts';
import { tellAino } from './aino.ts';
import { tellAmir } from './amir.ts';
import { tellConsultations } from './consultations.ts';
import { tellElsa } from './elsa.ts';
import { tellKasper } from './kasper.ts';
import { tellMeetings } from './meetings.ts';
import { tellOnni } from './onni.ts';
import { tellWilma } from './wilma.ts';

export const stories: readonly ((teller: Storyteller) => Promise<void>)[] = [
  tellElsa,
  tellOnni,
  tellAmir,
  tellAino,
  tellKasper,
  tellWilma,
  tellConsultations,
  tellMeetings,
];
