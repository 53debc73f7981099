// The words of the door, the shell and Today: fetched first.
import { agency } from './agency.ts';
import { deadline } from './deadline.ts';
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
import { lifeArea, memberRole } from './vocabulary.ts';
import { writing } from './writing.ts';

export const front = {
  activity,
  agency,
  deadline,
  familyRole,
  fieldProblem,
  lifeArea,
  memberRole,
  own,
  problem,
  profession,
  ring,
  saving,
  shell,
  signIn,
  time,
  today,
  ui,
  writing,
} as const;
