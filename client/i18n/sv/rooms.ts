// The words of the other rooms: fetched with the first of them.
import { administration } from './administration.ts';
import { assessment } from './assessment.ts';
import { cases } from './cases.ts';
import { dataClass, dataClassHint, groundKind, trigger } from './disclosure.ts';
import { family } from './family.ts';
import { guest } from './guest.ts';
import { members } from './members.ts';
import { notes } from './notes.ts';
import { openCase } from './open-case.ts';

export const rooms = {
  administration,
  assessment,
  cases,
  dataClass,
  dataClassHint,
  family,
  groundKind,
  guest,
  members,
  notes,
  openCase,
  trigger,
} as const;
