// Makes a link and queues its mail. Whatever link there was to the same person in the same case ends with it.
import { randomUUID } from 'node:crypto';
import type { NewLink } from '../../shared/guests.ts';
import type { CaseCommand } from '../access/command.ts';
import { readCaseName } from '../cases/index.ts';
import type { Context } from '../context.ts';
import { linkAddress, linkSecret, queueMail } from '../mails/index.ts';
import { endOfDay } from '../platform/clock/helsinki.ts';
import { hashToken } from '../platform/http/secrets.ts';
import { hashCode, linkCode } from './link-code.ts';

const day = 24 * 3_600_000;
const longest = 7 * day;

/** A week, or until the answer is due if that is sooner; a day at the least. */
export const linkExpiry = (at: Date, dueOn: string | null): Date => {
  const due = dueOn === null ? Number.POSITIVE_INFINITY : endOfDay(dueOn).getTime();
  return new Date(Math.max(at.getTime() + day, Math.min(at.getTime() + longest, due)));
};

export type Guest = {
  readonly memberId: string;
  readonly personId: string;
  readonly affiliationId: string;
  readonly contributionId: string;
  readonly dueOn: string | null;
};
type Made = { linkId: string; expiresAt: string };

/** Locks the request first, so that two new links at once end one another in order. */
export const makeLink = async (context: Context, c: CaseCommand, guest: Guest): Promise<Made> => {
  const { tx, at, caseId, actor } = c;
  await tx
    .selectFrom('contributions')
    .select('id')
    .where('id', '=', guest.contributionId)
    .forUpdate()
    .execute();
  await tx
    .updateTable('guest_links')
    .set({ ended_at: at, ended_why: 'replaced' })
    .where('case_id', '=', caseId)
    .where('person_id', '=', guest.personId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  const id = randomUUID();
  const secret = linkSecret(context.secrets, id);
  const expires = linkExpiry(at, guest.dueOn);
  await tx
    .insertInto('guest_links')
    .values({
      id,
      case_id: caseId,
      membership_id: guest.memberId,
      person_id: guest.personId,
      affiliation_id: guest.affiliationId,
      contribution_id: guest.contributionId,
      made_by: actor.personId,
      made_at: at,
      secret_hash: hashToken(secret),
      code_hash: hashCode(context.secrets, secret, linkCode(context.secrets, id)),
      expires_at: expires,
    })
    .execute();
  const { number } = await readCaseName(tx, caseId);
  const mail = { personId: guest.personId, stage: 'guest-link' as const, caseNumber: number };
  await queueMail(tx, { ...mail, dueOn: guest.dueOn, path: '/link', guestLinkId: id }, at);
  return { linkId: id, expiresAt: expires.toISOString() };
};

/** What only the maker is shown. Made from the id, so that a retried request shows the same again. */
export const presentLink = (
  { config, secrets }: Context,
  id: string,
  { linkId, expiresAt }: Made,
  language: string,
): NewLink => {
  const withoutMail = config.mode === 'demo' && config.mail.smtpUrl === undefined;
  return {
    id,
    linkId,
    code: linkCode(secrets, linkId),
    expiresAt,
    address: withoutMail ? linkAddress(config.publicOrigin, language, linkSecret(secrets, linkId)) : null,
  };
};
