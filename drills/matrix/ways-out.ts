// Every way by which texts leave the server, each as "the ids of the texts that this person got". A contract that is in
// neither list fails a test: a new way out needs a row here.
import { randomUUID } from 'node:crypto';
import { connectLive } from '../../server/testing/live-client.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import { pdfText } from '../../server/testing/pdf-text.ts';
import { sampleInput } from '../../server/testing/sample-input.ts';
import { getVersion, getVersionPdf } from '../../shared/assessments.ts';
import { getWorkspace } from '../../shared/cases.ts';
import { CaseEvent } from '../../shared/live.ts';
import { pollLive } from '../../shared/live-routes.ts';
import type { PlacedCase } from './place-case.ts';

export type Found = ReadonlySet<string>;
const nothing: Found = new Set();

/** Routes whose answer holds texts of a case, and the way out that walks them. */
export const carrying: Readonly<Record<string, string>> = {
  'get-workspace': 'snapshot',
  'poll-live': 'polling',
  'get-version': 'version',
  'get-version-pdf': 'pdf',
  // Walked as everybody in walk-viewing.ts; compared on random worlds beside the rule itself (server/access/seen-as.test.ts).
  'view-as-agency': 'of a snapshot, the part of an agency',
  'view-as-person': 'of a snapshot, the part of a member of the family',
};

/** Routes whose answer holds no text of a case: ids, names, counts, the own forms and notes, the administration. */
export const silent: readonly string[] = (
  'get-welcome sign-in get-session extend-session choose-affiliation choose-language change-password sign-out get-today ' +
  'read-notice open-case list-like-cases list-cases invite-member list-invitable end-membership record-ground withdraw-ground ' +
  'add-relation change-whereabouts start-entry get-form list-notes save-field resolve-alternative preview-audience ' +
  'get-default-audience share-entry take-back-entry discard-form open-assessment preview-clocks ask-contribution ' +
  'open-contribution withdraw-contribution sign-assessment countersign-assessment correct-assessment get-administration ' +
  'add-agency end-agency add-team change-team add-person end-person add-affiliation end-affiliation reset-sign-in ' +
  'change-relation accept-membership decline-membership change-membership list-receivers offer-handover accept-handover ' +
  'decline-handover withdraw-handover list-colleagues list-absences record-absence end-absence list-guest-agencies ' +
  'invite-guest list-guest-links make-guest-link revoke-guest-link get-guest-code look-at-guest-link enter-as-guest ' +
  'preview-custody list-custody-changes leave-membership list-telling-texts ' +
  'take-first-password get-sharing list-log list-viewable withdraw-own-consent ' +
  'find-for-break-glass break-glass end-break-glass record-vital-interest list-break-glass review-break-glass ' +
  // Of no case: a request is for its sides alone, whom a matrix of their own walks (consultation-walk.ts).
  'list-services add-service change-service end-service list-service-members set-service-member end-service-member start-consultation-draft ' +
  'get-consultation-draft save-consultation-draft discard-consultation-draft check-consultation-draft send-consultation list-consultations read-consultation-heads ' +
  'get-consultation begin-triage claim-consultation release-consultation hand-on-consultation ask-more ' +
  'tell-more answer-consultation withdraw-consultation close-consultation reopen-consultation set-consultation-deputy ' +
  'pass-on-consultation take-back-passing accept-passed decline-passed list-experts invite-expert answer-expert-invitation advise ' +
  'propose-times choose-time note-talk record-outcome follow-up get-service-figures preview-naming name-consultation take-into-case ' +
  'get-consultation-text get-consultation-pdf mark-transferred ' +
  // Files beside a request, for whoever reads it: a matrix of their own (attachments.db.test.ts).
  'attach-to-draft list-draft-attachments attach-to-consultation get-attachment-file remove-attachment ' +
  // What goes along from a case, for the service to which it went: server/bundles and the matrix of its own.
  'get-bundle-choices send-bundle list-bundles get-bundle withdraw-bundle ' +
  // Of no case either, and with a matrix of its own (welfare-walk.ts).
  'send-welfare-notification list-welfare-notifications get-welfare-notification mark-welfare-received judge-welfare-urgency ' +
  'conclude-welfare-notification begin-joint-answer send-joint-answer ' +
  // The frame of a meeting; what is said in it are entries and documents. A matrix of their own (meeting-walk.ts).
  'list-meetings begin-series end-series list-meeting-templates save-meeting-template get-team-figures list-own-heard list-case-meetings convene-meeting change-meeting get-meeting-room get-agenda-news put-on-agenda change-item order-agenda move-meeting ' +
  // A screen on the wall, with tests of its own (server/meetings/wall/wall.db.test.ts).
  'make-wall-screen get-wall-screen pair-wall-screen end-wall-screen ' +
  // Who cannot come: server/meetings/who-comes.db.test.ts, and by ring 1 alone team-meetings.db.test.ts.
  'say-coming ' +
  'invite-to-item change-visit answer-visit come-in go-out begin-section write-in-room take-into-record release-thought rate-heard write-step move-step ' +
  // Memos: a matrix of their own (memos.db.test.ts).
  'list-memos get-memo get-memo-version sign-memo correct-memo write-in-memo transfer-memo get-memo-text get-memo-pdf'
).split(' ');

const requireAnswer = (status: number): void => {
  if (![200, 403, 404].includes(status)) throw new Error(`answered ${status}`);
};

export const snapshot = async (person: Person, { caseId }: PlacedCase): Promise<Found> => {
  const { status, body } = await person.try(getWorkspace, { params: { caseId } });
  requireAnswer(status);
  return status === 200 ? new Set(body.entries.map((entry) => entry.id)) : nothing;
};

export const version = async (person: Person, placed: PlacedCase): Promise<Found> => {
  const params = { caseId: placed.caseId, versionId: placed.versionId };
  const { status, body } = await person.try(getVersion, { params });
  requireAnswer(status);
  if (status !== 200) return nothing;
  const words = JSON.stringify(body);
  return new Set(placed.texts.filter(({ word }) => words.includes(word)).map(({ entryId }) => entryId));
};

export const pdf = async (person: Person, placed: PlacedCase): Promise<Found> => {
  const params = { caseId: placed.caseId, versionId: placed.versionId };
  const { status, body } = await person.try(getVersionPdf, { params, query: {} });
  requireAnswer(status);
  if (status !== 200) return nothing;
  const words = pdfText(body as Buffer);
  return new Set(placed.texts.filter(({ word }) => words.includes(word)).map(({ entryId }) => entryId));
};

/** Made at delivery and never stored, so it has no audience of its own. */
const madeAtDelivery = 'agencies.known';
const kinds = CaseEvent.options.filter((option) => option.shape.kind.value !== madeAtDelivery);

/** Every kind of event that can name something, once for each text: its ids are all the text's own. */
const eventsAbout = (entryId: string) =>
  kinds
    .map((kind) => sampleInput(kind, () => entryId))
    .filter((payload) => JSON.stringify(payload).includes(entryId)) as { kind: string }[];

export const eventKinds = (): string[] => eventsAbout(randomUUID()).map(({ kind }) => kind);

/** `all`: every kind of event under every audience; `some`: one kind under every audience, each kind under some. */
export type HowMany = 'all' | 'some';
const everyNth = 27;

const chosen = (kind: string, n: number, many: HowMany): boolean =>
  many === 'all' || kind === 'activity.added' || n % everyNth === 0;

/** Texts about which an event of this kind is published. */
export const toldAbout = (placed: PlacedCase, kind: string, many: HowMany) =>
  placed.texts.filter((_, n) => chosen(kind, n, many));

/** Writes the events into the case's stream, under the text's own audience, as a command's last statement would. */
export const publish = async (world: World, placed: PlacedCase, many: HowMany): Promise<void> => {
  const events = placed.texts.flatMap(({ entryId, aclKey }, n) =>
    eventsAbout(entryId)
      .filter(({ kind }) => chosen(kind, n, many))
      .map((payload) => ({ kind: payload.kind, acl_key: aclKey, payload })),
  );
  await world.superuser(
    `with s as (update streams set head_seq = head_seq + $2 where id = $1 returning head_seq)
     insert into events (stream_id, seq, kind, acl_key, payload, at)
     select $1, s.head_seq - $2 + row_number() over (), e.kind, e.acl_key, e.payload, now()
     from s, jsonb_to_recordset($3) as e (kind text, acl_key bigint, payload jsonb)`,
    [placed.caseId, events.length, JSON.stringify(events)],
  );
};

type Told = ReadonlyMap<string, Found>;

const byKind = (frames: readonly { t: string; event?: { kind: string } }[], placed: PlacedCase): Told => {
  const told = new Map<string, Set<string>>();
  const ids = new Set(placed.texts.map(({ entryId }) => entryId));
  for (const frame of frames) {
    if (frame.t !== 'event' || !frame.event) continue;
    const named = JSON.stringify(frame.event).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    const texts = told.get(frame.event.kind) ?? new Set<string>();
    for (const id of named) if (ids.has(id)) texts.add(id);
    told.set(frame.event.kind, texts);
  }
  return told;
};

/** Opens the case on a socket like its page does; what came by frames is there when `stop` has been called. */
export const listen = async (address: string, person: Person, placed: PlacedCase) => {
  const client = await connectLive(address, person);
  const { status, body } = await person.try(getWorkspace, { params: { caseId: placed.caseId } });
  const from = client.frames.length;
  client.resume(placed.caseId, status === 200 ? body.live : 'x'.repeat(64));
  await Promise.race([
    client.next('watching', () => true, from),
    client.next('gone', () => true, from),
    client.next('refetch', () => true, from),
  ]);
  return {
    watching: client.frames.some((frame) => frame.t === 'watching'),
    frames: () => client.frames.length,
    stop: async (): Promise<Told> => {
      await client.close();
      return byKind(client.frames, placed);
    },
  };
};

/** The same by polling, from a token of before the events. */
export const poll = async (person: Person, placed: PlacedCase, token: string): Promise<Told> => {
  const frames: { t: string; event?: { kind: string } }[] = [];
  let from = token;
  for (;;) {
    const { frames: got } = await person.do(pollLive, {
      body: {
        cases: [{ caseId: placed.caseId, token: from, place: null }],
        today: false,
        connection: 'matrix-poll',
      },
    });
    const events = got.filter((frame) => frame.t === 'event');
    frames.push(...events);
    const last = got.findLast((frame) => 'token' in frame);
    if (events.length === 0 || !last || !('token' in last)) return byKind(frames, placed);
    from = last.token;
  }
};
