// The two statutory clocks of an assessment, each with the reason for its date. The amounts and their sources are dated
// settings in the table `rules`; nothing here knows a number of the law.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../../shared/assessments.ts';
import { afterWorkingDays } from '../platform/clock/working-days.ts';
import { kept } from '../platform/db/kept.ts';
import { ask, type Tx } from '../platform/db/transaction.ts';

type Rule = { readonly amount: number; readonly source: string };
export type StatutoryRules = { readonly decision: Rule; readonly ready: Rule };

/** Decision whether to start: so many working days from arrival. */
export const decisionClock = (beganOn: string, rules: StatutoryRules, decidedOn: string | null): Clock => {
  const { day, holidays } = afterWorkingDays(beganOn, rules.decision.amount);
  return {
    dueOn: day,
    from: beganOn,
    amount: rules.decision.amount,
    unit: 'working-days',
    holidays,
    source: rules.decision.source,
    metOn: decidedOn,
  };
};

/** Ready: so many months from the day the matter began; never moved later for a weekend. */
export const readyClock = (beganOn: string, rules: StatutoryRules): Clock => ({
  dueOn: Temporal.PlainDate.from(beganOn).add({ months: rules.ready.amount }).toString(),
  from: beganOn,
  amount: rules.ready.amount,
  unit: 'months',
  holidays: [],
  source: rules.ready.source,
  metOn: null,
});

const rulesOf = kept((db, given: { keys: readonly string[] }) =>
  db
    .selectFrom('rules')
    .select(['key', 'valid_from', 'value', 'source'])
    .where('key', '=', sql<string>`any(${given.keys}::text[])`)
    .orderBy('valid_from', 'desc'),
);

/** Every amount there was, with a way to those in force on the day a matter began. */
export const readAllRules = async (tx: Tx): Promise<(beganOn: string) => StatutoryRules> => {
  const rows = await ask(tx, rulesOf({ keys: ['decision-working-days', 'assessment-months'] }));
  const inForce = (key: string, beganOn: string): Rule => {
    const row = rows.find((r) => r.key === key && r.valid_from <= beganOn);
    if (!row) throw new Error(`no rule ${key} on ${beganOn}`);
    return { amount: z.int().positive().parse(row.value), source: row.source };
  };
  return (beganOn) => ({
    decision: inForce('decision-working-days', beganOn),
    ready: inForce('assessment-months', beganOn),
  });
};

/** The rules in force on the day the matter began. */
export const readStatutoryRules = async (tx: Tx, beganOn: string): Promise<StatutoryRules> =>
  (await readAllRules(tx))(beganOn);
