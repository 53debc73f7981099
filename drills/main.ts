// `npm run drill -- NAME [--json] [options]`: breaks the installation on purpose, or takes its rules away, and looks at
// what is left.
import { finish } from '../bench/outcome.ts';
import { killDefaults } from './kill-options.ts';
import {
  anonymityDefaults,
  consultationModelDefaults,
  editorsDefaults,
  hintsDefaults,
  looksDefaults,
  matrixDefaults,
  mutationDefaults,
  revocationDefaults,
  ringsDefaults,
  twoWorldsDefaults,
  visitorDefaults,
} from './options.ts';

const [name, ...args] = process.argv.slice(2);
switch (name) {
  case 'anonymity':
    await finish(name, args, anonymityDefaults, async (given) =>
      (await import('./anonymity.ts')).drillAnonymity(given),
    );
    break;
  case 'consultation-model':
    await finish(name, args, consultationModelDefaults, async (given) =>
      (await import('./consultation-model.ts')).drillConsultationModel(given),
    );
    break;
  case 'editors':
    await finish(name, args, editorsDefaults, async (given) =>
      (await import('./editors.ts')).drillEditors(given),
    );
    break;
  case 'hints':
    await finish(name, args, hintsDefaults, async (given) => (await import('./hints.ts')).drillHints(given));
    break;
  case 'kill':
    await finish(name, args, killDefaults, async (given) => (await import('./kill.ts')).drillKill(given));
    break;
  case 'looks':
    await finish(name, args, looksDefaults, async (given) => (await import('./looks.ts')).drillLooks(given));
    break;
  case 'matrix':
    await finish(name, args, matrixDefaults, async (given) =>
      (await import('./matrix.ts')).drillMatrix(given),
    );
    break;
  case 'mutation':
    await finish(name, args, mutationDefaults, async (given) =>
      (await import('./mutation.ts')).drillMutation(given),
    );
    break;
  case 'revocation':
    await finish(name, args, revocationDefaults, async (given) =>
      (await import('./revocation.ts')).drillRevocation(given),
    );
    break;
  case 'rings':
    await finish(name, args, ringsDefaults, async (given) => (await import('./rings.ts')).drillRings(given));
    break;
  case 'two-worlds':
    await finish(name, args, twoWorldsDefaults, async (given) =>
      (await import('./two-worlds.ts')).drillTwoWorlds(given),
    );
    break;
  case 'visitor':
    await finish(name, args, visitorDefaults, async (given) =>
      (await import('./visitor.ts')).drillVisitor(given),
    );
    break;
  default:
    console.error(
      'Name a drill: npm run drill -- anonymity | consultation-model | editors | hints | kill | looks | matrix | mutation | revocation | rings | two-worlds | visitor; each takes --json.',
    );
    process.exitCode = 2;
}
