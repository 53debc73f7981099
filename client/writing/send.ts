// The way to the server: starts an entry when its first text comes, saves a field, and says in one word what came of it.
import { saveField, startEntry } from '../../shared/entries.ts';
import { CallError, call } from '../api/call.ts';
import type { StartBody } from './address.ts';
import type { Sent } from './field-state.ts';
import type { Outcome } from './saving.ts';

/** What outlives its page may be 64 KiB for all requests together; longer text goes the ordinary way. */
const longestKeepalive = 8_000;

const noted = (noteId: string | null, sent: Sent): Outcome => ({
  kind: 'answered',
  answer: { kept: 'note', rev: sent.base, savedAt: new Date().toISOString(), alternativeId: null, noteId },
});

/** A session that ended is no fault of the text: it waits for its writer to sign in again. */
const outcomeOf = (error: unknown, sent: Sent): Outcome => {
  if (!(error instanceof CallError)) return { kind: 'failed' };
  if (error.passing || ['offline', 'session-ended', 'not-signed-in', 'cross-site'].includes(error.id))
    return { kind: 'failed' };
  if (error.id === 'text-kept-as-note') return noted(null, sent);
  return { kind: 'refused', why: error.id === 'offline' ? 'internal' : error.id };
};

const save = (entryId: string, field: string, device: string, sent: Sent, last: boolean) =>
  call(saveField, {
    params: { entryId, field },
    body: { base: sent.base, text: sent.text, device },
    key: sent.key,
    keepalive: last || sent.text.length < longestKeepalive,
  });

/** Text that no entry takes any more still gets a place of its writer's own. */
const keepAsNote = async (field: string, device: string, sent: Sent): Promise<Outcome> => {
  const start: StartBody = {
    kind: 'private-note',
    caseId: null,
    assessmentId: null,
    parentId: null,
    about: null,
    pairId: null,
  };
  const { id } = await call(startEntry, { body: start });
  await call(saveField, { params: { entryId: id, field }, body: { base: 0, text: sent.text, device } });
  return noted(id, sent);
};

const homeless = new Set(['not-found', 'not-an-author', 'assessment-signed', 'not-allowed']);

/** Never rejects. */
export const sendField = async (
  entryId: () => Promise<string>,
  field: string,
  device: string,
  sent: Sent,
  last: boolean,
): Promise<Outcome> => {
  try {
    const answer = await save(await entryId(), field, device, sent, last);
    return { kind: 'answered', answer };
  } catch (error) {
    if (!(error instanceof CallError && homeless.has(error.id)) || sent.text.trim() === '')
      return outcomeOf(error, sent);
  }
  try {
    return await keepAsNote(field, device, sent);
  } catch (error) {
    return outcomeOf(error, sent);
  }
};

/** @throws CallError */
export const begin = async (start: StartBody, key: string): Promise<string> =>
  (await call(startEntry, { body: start, key })).id;
