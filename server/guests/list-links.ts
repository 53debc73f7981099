// What the team sees of its links: of which agencies one can invite, what became of each link, and the own code again.
import type { z } from 'zod';
import type { listGuestAgencies as agenciesContract, GuestLink } from '../../shared/guests.ts';
import { AgencyKind, LifeArea } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { linkCode } from './link-code.ts';
import { guestMembers } from './renew-link.ts';

type Agencies = z.output<typeof agenciesContract.response & z.ZodType>;

/** Reads for somebody who may invite in this case, with its row in the access log. */
const forInviter = <T>(
  server: Server,
  actor: Actor,
  caseId: string,
  view: { kind: string; objectId: string },
  work: (tx: Tx, at: Date, homeAgencyId: string) => Promise<T>,
): Promise<T> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, server.facts, actor, caseId, at);
    requireCaseAbility(rights, 'invite');
    const found = await work(tx, at, rights.facts.homeAgencyId);
    await logView(tx, actor, at, { ...view, caseId, purpose: 'case-work' });
    return found;
  });

export const listGuestAgencies = (server: Server, actor: Actor, caseId: string): Promise<Agencies> =>
  forInviter(server, actor, caseId, { kind: 'guest-agencies', objectId: caseId }, async (tx, _, home) => {
    const rows = await tx
      .selectFrom('agencies')
      .select(['id', 'kind', 'name_fi', 'name_sv', 'municipality'])
      .where('ended_at', 'is', null)
      .where('id', '!=', home)
      .orderBy('name_fi')
      .orderBy('id')
      .execute();
    return {
      agencies: rows.map((row) => ({
        id: row.id,
        kind: AgencyKind.parse(row.kind),
        nameFi: row.name_fi,
        nameSv: row.name_sv,
        municipality: row.municipality,
      })),
    };
  });

type LinkRow = {
  id: string;
  membership_id: string;
  area: string;
  made_by: string;
  made_at: Date;
  opened_at: Date | null;
  used_at: Date | null;
  expires_at: Date;
  ended_at: Date | null;
  ended_why: string | null;
};

const standing = (row: LinkRow, at: Date): { state: GuestLink['state']; at: Date } => {
  if (row.used_at) return { state: 'used', at: row.used_at };
  if (row.ended_at)
    return { state: row.ended_why === 'wrong-codes' ? 'locked' : 'revoked', at: row.ended_at };
  if (row.expires_at <= at) return { state: 'expired', at: row.expires_at };
  return row.opened_at ? { state: 'opened', at: row.opened_at } : { state: 'sent', at: row.made_at };
};

const none = { linkId: null, area: null, state: 'none', at: null, expiresAt: null, mine: false } as const;

const present = (memberId: string, row: LinkRow | undefined, actor: Actor, now: Date): GuestLink => {
  if (!row) return { memberId, ...none };
  const { state, at } = standing(row, now);
  return {
    memberId,
    linkId: row.id,
    area: LifeArea.parse(row.area),
    state,
    at: at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    mine: row.made_by === actor.personId,
  };
};

export const listGuestLinks = (
  server: Server,
  actor: Actor,
  caseId: string,
): Promise<{ links: GuestLink[] }> =>
  forInviter(server, actor, caseId, { kind: 'guest-links', objectId: caseId }, async (tx, at) => {
    const members = await guestMembers({ tx, caseId });
    const rows = await tx
      .selectFrom('guest_links as l')
      .innerJoin('contributions as c', 'c.id', 'l.contribution_id')
      .distinctOn('l.membership_id')
      .select(['l.id', 'l.membership_id', 'c.area', 'l.made_by', 'l.made_at', 'l.opened_at', 'l.used_at'])
      .select(['l.expires_at', 'l.ended_at', 'l.ended_why'])
      .where('l.case_id', '=', caseId)
      .orderBy('l.membership_id')
      .orderBy('l.made_at', 'desc')
      .orderBy('l.id')
      .execute();
    return {
      links: members.map((id) =>
        present(
          id,
          rows.find((row) => row.membership_id === id),
          actor,
          at,
        ),
      ),
    };
  });

/** @throws Refusal `not-found` for a link that somebody else made, or that no longer holds */
export const getGuestCode = (
  server: Server,
  actor: Actor,
  caseId: string,
  linkId: string,
): Promise<{ code: string }> =>
  forInviter(server, actor, caseId, { kind: 'guest-code', objectId: linkId }, async (tx, at) => {
    const own = await tx
      .selectFrom('guest_links')
      .select('id')
      .where('id', '=', linkId)
      .where('case_id', '=', caseId)
      .where('made_by', '=', actor.personId)
      .where('used_at', 'is', null)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', at)
      .executeTakeFirst();
    if (!own) throw notFound();
    return { code: linkCode(server.context.secrets, linkId) };
  });
