// One request, put into a state past every rule, with a turn and a step of its history: what the rules say of it is then asked.
import type { World } from '../../server/testing/open-world.ts';
import type { Cast } from './consultation-cast.ts';
import type { Situation } from './consultation-rules.ts';

const placeOf = (situation: Situation) => {
  const [state = '', condition] = situation.split(', ');
  const held = !['sent', 'triage'].includes(state);
  return { state, passed: condition === 'passed on', holder: held, gone: condition === 'its holder gone' };
};

/** Who was invited, and what was proposed, as if nothing had been answered yet. */
const placeParts = async (world: World, { people }: Cast, made: string): Promise<void> => {
  await world.superuser('delete from consultation_experts where consultation_id = $1', [made]);
  for (const [place, accepted] of [
    ['invited expert', null],
    ['expert', true],
    ['expert who declined', false],
  ] as const)
    await world.superuser(
      `insert into consultation_experts (consultation_id, person_id, affiliation_id, words, invited_by, invited_at, answered_at, accepted)
       values ($1, $2, $3, 'x', $4, now(), case when $5::boolean is not null then now() end, $5)`,
      [made, people[place].id, people[place].affiliationId, people.holder.affiliationId, accepted],
    );
  await world.superuser(
    `insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text, way, times)
     values ($1, 'times-proposed', 'answering', $2, $3, now(), '', 'video', '[{"from": "2030-01-01T10:00:00Z", "to": "2030-01-01T11:00:00Z"}]')`,
    [made, people.holder.id, people.holder.affiliationId],
  );
};

/** Puts the request into the situation, from wherever it is; makes it when there is none yet. */
export const placeRequest = async (
  world: World,
  cast: Cast,
  situation: Situation,
  id?: string,
): Promise<string> => {
  const { people, serviceId, passedTo } = cast;
  const { state, passed, holder, gone } = placeOf(situation);
  const who = holder ? people[gone ? 'former member' : 'holder'] : null;
  const { rows } = await world.superuser(
    `insert into consultations (id, number, asker_id, asker_affiliation_id, deputy_id, deputy_affiliation_id, service_id, offered_service_id,
       offered_at, offer_reason, state, holder_id, holder_affiliation_id, anonymous, urgency, language, area, question, supports,
       absence_hours, consent, received_at, due_on, changed_at)
     values (coalesce($1, uuidv7()), 'K-2026-' || left(gen_random_uuid()::text, 13), $2, $3, $4, $5, $6, $7, case when $7::uuid is not null then now() end,
       case when $7::uuid is not null then 'x' end, $8, $9, $10, true, 'ordinary', 'fi', 'other', 'Kysymys.', '[]', '[]', '', now(), now(), now())
     on conflict (id) do update set state = excluded.state, offered_service_id = excluded.offered_service_id, offered_at = excluded.offered_at,
       offer_reason = excluded.offer_reason, holder_id = excluded.holder_id, holder_affiliation_id = excluded.holder_affiliation_id,
       service_id = excluded.service_id, deputy_id = excluded.deputy_id, deputy_affiliation_id = excluded.deputy_affiliation_id
     returning id`,
    [
      id ?? null,
      people.asker.id,
      people.asker.affiliationId,
      people.deputy.id,
      people.deputy.affiliationId,
      serviceId,
      passed ? passedTo : null,
      state,
      who?.id ?? null,
      who?.affiliationId ?? null,
    ],
  );
  const made = String(rows[0]?.['id']);
  await placeParts(world, cast, made);
  if (id !== undefined) return made;
  await world.superuser(
    `insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text)
     values ($1, 'told-more', 'asking', $2, $3, now(), 'Lisää.')`,
    [made, people.asker.id, people.asker.affiliationId],
  );
  await world.superuser(
    `insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at) values ($1, 'send', 'sent', $2, $3, now())`,
    [made, people.asker.id, people.asker.affiliationId],
  );
  return made;
};
