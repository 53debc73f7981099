// The words of the door, the shell and Today: fetched first.
import { lifeArea, profession } from '../../../shared/words/fi.ts';
import { agency } from './agency.ts';
import { deadline } from './deadline.ts';
import { own } from './own.ts';
import { fieldProblem, problem } from './problem.ts';
import { saving } from './saving.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { time } from './time.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
import { familyRole, memberRole } from './vocabulary.ts';
import { writing } from './writing.ts';

export const front = {
  agency,
  deadline,
  familyRole,
  fieldProblem,
  lifeArea,
  memberRole,
  own,
  problem,
  profession,
  saving,
  shell,
  signIn,
  time,
  today,
  ui,
  writing,
} as const;
