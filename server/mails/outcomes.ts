// How mails end, counted.
import { Counter } from 'prom-client';
import { registry } from '../platform/metrics.ts';

export type SkipReason =
  | 'signed-in'
  | 'repeated'
  | 'no-address'
  | 'no-mail-server'
  | 'link-ended'
  | 'overtaken'
  | 'untold'
  | 'over';
export type Outcome = 'sent' | 'retried' | 'given-up' | SkipReason;

export const mailOutcomes = new Counter({
  name: 'rinki_mails_total',
  help: 'Mails by what became of them; given-up means undelivered after a day',
  labelNames: ['outcome'] as const,
  registers: [registry],
});
export const countOutcome = (outcome: Outcome): void => mailOutcomes.inc({ outcome });
