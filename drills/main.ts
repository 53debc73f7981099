// `npm run drill -- NAME [--json] [options]`: breaks the installation on purpose and looks at what is left.
import { finish } from '../bench/outcome.ts';
import { killDefaults } from './kill-options.ts';

if (process.argv[2] === 'kill') {
  await finish('kill', process.argv.slice(3), killDefaults, async (given) =>
    (await import('./kill.ts')).drillKill(given),
  );
} else {
  console.error('Name a drill: npm run drill -- kill [--faults 50] [--json]');
  process.exitCode = 2;
}
