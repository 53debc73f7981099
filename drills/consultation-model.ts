// `npm run drill -- consultation-model`: random acts of random people on one request, two at once among them, on the real app and
// database, against expectations of their own (drills/consultations/model.ts).
import type { Given, Outcome } from '../bench/outcome.ts';
import { startRunDatabase } from '../server/testing/run-database.ts';
import { runModel } from './consultations/run-model.ts';
import { inFreshWorld } from './matrix.ts';
import type { ConsultationModelOptions } from './options.ts';

export const drillConsultationModel = async ({
  runs,
  seed,
  say,
}: Given<ConsultationModelOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  try {
    const ran = await inFreshWorld(run, (world) => runModel(world, { runs, seed, say }));
    return {
      ok: ran.violations === 0,
      runs: ran.runs,
      violations: ran.violations,
      ...(ran.examples.length > 0 && { examples: ran.examples }),
    };
  } finally {
    await stop();
  }
};
