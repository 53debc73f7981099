// A notification as it leaves the server: to its notifier with the receipt and the beginning of its handling, to the receiving
// service with everything it did.

import { WelfareHead, WelfareStep } from '../../shared/welfare-notification.ts';
import type { Names } from '../consultations/index.ts';
import type { Found } from './find-notification.ts';

export const namesOf = ({ row, steps }: Found) => ({
  affiliations: [row.notifier_affiliation_id, ...steps.map((step) => step.affiliation_id)],
  services: [row.service_id],
});

const order = ['received', 'urgency-judged', 'concluded'] as const;

export const kindsOf = ({ steps }: Pick<Found, 'steps'>): WelfareStep['kind'][] =>
  steps.flatMap((step) => order.filter((kind) => kind === step.kind));

const stateOf = ({ sides, steps }: Found): WelfareHead['state'] => {
  if (!sides.includes('receiver')) return null;
  return order.findLast((kind) => kindsOf({ steps }).includes(kind)) ?? 'new';
};

export const presentHead = (found: Found, names: Names): WelfareHead => {
  const { row, handling } = found;
  return {
    id: row.id,
    number: row.number,
    service: names.service(row.service_id),
    notifier: names.person(row.notifier_affiliation_id),
    childName: row.child_name,
    urgency: WelfareHead.shape.urgency.parse(row.urgency),
    receivedAt: row.received_at.toISOString(),
    readByPersonAt: handling.receivedAt?.toISOString() ?? null,
    handlingBeganAt: handling.beganAt?.toISOString() ?? null,
    decisionDueOn: row.decision_due_on,
    state: stateOf(found),
  };
};

export const presentSteps = ({ steps }: Found, names: Names): WelfareStep[] =>
  steps.map(({ id, kind, verdict, words, affiliation_id, at }) =>
    WelfareStep.parse({
      id,
      kind,
      by: names.person(affiliation_id),
      at: at.toISOString(),
      ...(kind === 'received' ? {} : { verdict, words }),
    }),
  );
