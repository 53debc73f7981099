// The words of the other rooms: fetched with the first of them.
import { trigger } from '../../../shared/words/sv.ts';
import { administration } from './administration.ts';
import { assessment } from './assessment.ts';
import { cases } from './cases.ts';
import { custody } from './custody.ts';
import { capacity, capacityHint, dataClass, dataClassHint, groundKind } from './disclosure.ts';
import { family } from './family.ts';
import { glass } from './glass.ts';
import { guest } from './guest.ts';
import { members } from './members.ts';
import { membership } from './membership.ts';
import { notes } from './notes.ts';
import { openCase } from './open-case.ts';
import { ring } from './ring.ts';
import { sharing } from './sharing.ts';

export const rooms = {
  administration,
  assessment,
  cases,
  custody,
  dataClass,
  dataClassHint,
  family,
  capacity,
  capacityHint,
  glass,
  groundKind,
  guest,
  members,
  membership,
  notes,
  openCase,
  ring,
  sharing,
  trigger,
} as const;
