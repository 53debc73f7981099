import type { Catalogue } from '../catalogue.ts';
import { administration } from './administration.ts';
import { agency } from './agency.ts';
import { assessment } from './assessment.ts';
import { cases } from './cases.ts';
import { family } from './family.ts';
import { members } from './members.ts';
import { notes } from './notes.ts';
import { openCase } from './open-case.ts';
import { own } from './own.ts';
import { fieldProblem, problem } from './problem.ts';
import { familyRole, profession } from './profession.ts';
import { ring } from './ring.ts';
import { saving } from './saving.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { time } from './time.ts';
import { activity, today } from './today.ts';
import { ui } from './ui.ts';
import { dataClass, dataClassHint, groundKind, lifeArea, memberRole, trigger } from './vocabulary.ts';
import { writing } from './writing.ts';

export const en: Catalogue = {
  activity,
  administration,
  agency,
  assessment,
  cases,
  dataClass,
  dataClassHint,
  family,
  familyRole,
  fieldProblem,
  groundKind,
  lifeArea,
  memberRole,
  members,
  notes,
  openCase,
  own,
  problem,
  profession,
  ring,
  saving,
  shell,
  signIn,
  time,
  today,
  trigger,
  ui,
  writing,
};
