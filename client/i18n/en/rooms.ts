// The words of the other rooms: fetched with the first of them.
import { administration } from './administration.ts';
import { assessment } from './assessment.ts';
import { cases } from './cases.ts';
import { capacity, capacityHint, dataClass, dataClassHint, groundKind, trigger } from './disclosure.ts';
import { family } from './family.ts';
import { guest } from './guest.ts';
import { members } from './members.ts';
import { notes } from './notes.ts';
import { openCase } from './open-case.ts';
import { sharing } from './sharing.ts';

export const rooms = {
  administration,
  assessment,
  cases,
  dataClass,
  dataClassHint,
  family,
  capacity,
  capacityHint,
  groundKind,
  guest,
  members,
  notes,
  openCase,
  sharing,
  trigger,
} as const;
