// Acts on a request that say nothing but, at most, why: it is opened, taken, given back or on, withdrawn, closed, opened again.
import type { Call } from '../access/command.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { consultationCommand } from './consultation-command.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Ref = Promise<{ id: string }>;
/** A reason is asked for so shortly that what only may tell is not asked about. */
const checked = true;

const moving =
  (act: 'begin-triage' | 'claim' | 'release' | 'withdraw' | 'close' | 'reopen') =>
  (server: Server, call: Call, id: string, reason: string | null = null): Ref =>
    consultationCommand(server, call, id, act, async ({ found, step }) => {
      if (reason !== null && found.row.anonymous)
        requireUnidentifying([{ path: 'reason', text: reason }], checked);
      await step({ reason });
    });

export const beginTriage = moving('begin-triage');
export const claim = moving('claim');
export const release = moving('release');
export const withdraw = moving('withdraw');
export const close = moving('close');
export const reopen = moving('reopen');

type HandOn = { affiliationId: string; reason: string | null };

/** @throws Refusal `already-done` when they have it; `not-found` for whoever is not in the service */
export const handOn = (server: Server, call: Call, id: string, { affiliationId, reason }: HandOn): Ref =>
  consultationCommand(server, call, id, 'hand-on', async ({ tx, at, found, step }) => {
    const { row, facts } = found;
    if (facts.held && row.holder_affiliation_id === affiliationId) throw new Refusal('already-done');
    const member = await tx
      .selectFrom('service_members')
      .select('person_id')
      .where('service_id', '=', row.service_id)
      .where('affiliation_id', '=', affiliationId)
      .where('starts_at', '<=', at)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
      .executeTakeFirst();
    if (!member) throw notFound();
    if ([row.asker_id, row.deputy_id].includes(member.person_id))
      throw new Refusal('not-allowed', { reason: 'own-question' });
    if (reason !== null && row.anonymous) requireUnidentifying([{ path: 'reason', text: reason }], checked);
    await step({ reason, target: affiliationId });
  });

/** @throws Refusal `not-found` for whoever is no colleague of the asker */
export const setDeputy = (server: Server, call: Call, id: string, affiliationId: string | null): Ref =>
  consultationCommand(server, call, id, 'set-deputy', async ({ tx, at, actor, step }) => {
    if (affiliationId !== null) {
      const colleague = await tx
        .selectFrom('affiliations')
        .select('id')
        .where('id', '=', affiliationId)
        .where('agency_id', '=', actor.affiliation?.agencyId ?? null)
        .where('person_id', '!=', actor.personId)
        .where('starts_at', '<=', at)
        .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
        .executeTakeFirst();
      if (!colleague) throw notFound();
    }
    await step({ target: affiliationId });
  });
