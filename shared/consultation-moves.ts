// The table of moves of a consultation: who may do what to it in which state, and in which state it is afterwards. The server
// decides by it and tells the client what one can; whether somebody is on a side at all is decided before.
import { z } from 'zod';

export const consultationStates = [
  'sent',
  'triage',
  'claimed',
  'more-information',
  'answered',
  'followed-up',
  'closed',
  'withdrawn',
] as const;
export const ConsultationState = z.enum(consultationStates);
export type ConsultationState = z.infer<typeof ConsultationState>;

/**
 * What somebody is in one request. Of the service that has it: every member, its lead, and the one who has claimed it.
 * `offered`: of the service to which it is being passed on. `invited` and `expert`: asked in from elsewhere, before and after
 * they have said yes.
 */
export const consultationParts = [
  'asker',
  'deputy',
  'member',
  'lead',
  'holder',
  'offered',
  'invited',
  'expert',
] as const;
export type ConsultationPart = (typeof consultationParts)[number];

export const consultationActs = [
  'begin-triage',
  'claim',
  'release',
  'hand-on',
  'ask-more',
  'tell-more',
  'answer',
  'write-together',
  'withdraw',
  'close',
  'reopen',
  'set-deputy',
  'pass-on',
  'take-back-passing',
  'accept-passed',
  'decline-passed',
  'invite-expert',
  'accept-invitation',
  'decline-invitation',
  'advise',
  'propose-times',
  'choose-time',
  'note-talk',
  'record-outcome',
  'follow-up',
  'notify',
  'name',
  'mark-transferred',
  'take-into-case',
  'send-bundle',
  'attach',
] as const;
export const ConsultationAct = z.enum(consultationActs);
export type ConsultationAct = z.infer<typeof ConsultationAct>;

/** Why not, beside the state: a person can act on each. */
export type MoveRefusal =
  /** Somebody else's to do. */
  | 'not-yours'
  /** One's own question is answered by somebody else. */
  | 'own-question'
  /** Another state than this needs. */
  | 'state'
  /** Somebody has it already. */
  | 'claimed'
  /** It is being passed on already. */
  | 'open-passing'
  /** Nothing is being passed on. */
  | 'no-passing';

type State = ConsultationState;
/** From which states, and to which; `same` leaves it where it is. */
type From = Partial<Record<State, State>>;
type Move = { readonly by: readonly ConsultationPart[]; readonly from: From };

const staying = (...states: State[]): From => Object.fromEntries(states.map((state) => [state, state]));
const to = (target: State, ...states: State[]): From =>
  Object.fromEntries(states.map((state) => [state, target]));

const asking = ['asker', 'deputy'] as const;
/** Nobody has answered it yet. */
const open = ['sent', 'triage', 'claimed', 'more-information'] as const;
/** Is it still to be answered? */
export const isToBeAnswered = (state: ConsultationState): boolean => open.some((one) => one === state);
const taken = ['claimed', 'more-information'] as const;
/** The states in which somebody has taken it and has not answered yet. */
export const consultationTaken: readonly ConsultationState[] = taken;
const done = ['answered', 'followed-up'] as const;
const kept = consultationStates;

export const moves: Readonly<Record<ConsultationAct, Move>> = {
  'begin-triage': { by: ['member'], from: to('triage', 'sent') },
  claim: { by: ['member'], from: to('claimed', 'sent', 'triage') },
  release: { by: ['holder'], from: to('triage', ...taken) },
  'hand-on': {
    by: ['holder', 'lead'],
    from: { ...to('claimed', 'sent', 'triage'), ...staying(...taken) },
  },
  'ask-more': { by: ['holder'], from: to('more-information', ...taken) },
  'tell-more': {
    by: asking,
    from: { ...staying('sent', 'triage', 'claimed'), ...to('claimed', 'more-information') },
  },
  answer: { by: ['holder'], from: to('answered', ...taken) },
  // Begins the answer that several write, or goes on with it; whoever has it sends it.
  'write-together': { by: ['member', 'expert'], from: staying(...taken) },
  withdraw: { by: asking, from: to('withdrawn', ...open) },
  close: { by: [...asking, 'holder', 'lead'], from: to('closed', ...done) },
  // Back to whoever had it; to the queue where they are no longer there.
  reopen: { by: [...asking, 'holder', 'lead'], from: to('claimed', ...done, 'closed') },
  'set-deputy': { by: ['asker'], from: staying(...open, ...done) },
  'pass-on': { by: ['holder', 'lead'], from: staying(...open) },
  'take-back-passing': { by: ['holder', 'lead'], from: staying(...open) },
  // Whoever accepts has it: at no moment is it nobody's.
  'accept-passed': { by: ['offered'], from: to('claimed', ...open) },
  'decline-passed': { by: ['offered'], from: staying(...open) },
  'invite-expert': { by: ['holder'], from: staying(...taken) },
  'accept-invitation': { by: ['invited'], from: staying(...open, ...done) },
  'decline-invitation': { by: ['invited', 'expert'], from: staying(...open, ...done) },
  advise: { by: ['expert'], from: staying(...taken) },
  'propose-times': { by: ['holder'], from: staying(...taken, ...done) },
  'choose-time': { by: asking, from: staying(...taken, ...done) },
  'note-talk': { by: ['holder'], from: staying(...taken, ...done) },
  'record-outcome': { by: [...asking, 'holder'], from: staying(...done) },
  'follow-up': { by: asking, from: to('followed-up', 'answered') },
  // In person, and never by a deputy.
  notify: { by: ['asker'], from: staying(...kept) },
  // Makes another request and leaves this one as it is.
  name: { by: ['asker'], from: staying(...open, ...done, 'closed') },
  'mark-transferred': { by: [...asking, 'member', 'expert'], from: staying(...done, 'closed') },
  'take-into-case': { by: ['member'], from: staying(...open, ...done, 'closed') },
  'send-bundle': { by: ['asker'], from: staying(...open, ...done) },
  // A file, by whoever writes a turn.
  attach: { by: [...asking, 'holder', 'expert'], from: staying(...open) },
};

/** What of a request a move depends on, besides its state. */
export type MoveFacts = {
  readonly state: ConsultationState;
  readonly anonymous: boolean;
  /** Is an offer to pass it on open? */
  readonly passing: boolean;
  /** Has somebody claimed it who is still in the service? */
  readonly held: boolean;
};

const answering: readonly ConsultationPart[] = ['member', 'lead', 'holder', 'offered', 'invited', 'expert'];

/**
 * The state after an act, or why it is refused. Somebody who left while they had it has it no more: it can be claimed.
 * @param parts what the actor is in this request; nobody who is nothing in it comes this far
 */
export const moveOf = (
  act: ConsultationAct,
  parts: readonly ConsultationPart[],
  facts: MoveFacts,
): { to: ConsultationState } | { refused: MoveRefusal } => {
  const { by, from } = moves[act];
  const mine = parts.filter((part) => by.includes(part));
  if (mine.length === 0) return { refused: 'not-yours' };
  const owns = parts.includes('asker') || parts.includes('deputy');
  if (owns && mine.every((part) => answering.includes(part))) return { refused: 'own-question' };
  const orphaned = !facts.held && taken.some((state) => state === facts.state);
  if (act === 'claim' && orphaned) return { to: facts.state };
  if (act === 'claim' && taken.some((state) => state === facts.state)) return { refused: 'claimed' };
  const next = from[facts.state];
  if (next === undefined) return { refused: 'state' };
  if (act === 'name' && !facts.anonymous) return { refused: 'state' };
  if (/^(take-into-case|send-bundle|attach)$/.test(act) && facts.anonymous) return { refused: 'state' };
  if (act === 'pass-on' && facts.passing) return { refused: 'open-passing' };
  if (/-passed$|^take-back/.test(act) && !facts.passing) return { refused: 'no-passing' };
  if (act === 'reopen' && !facts.held) return { to: 'triage' };
  return { to: next };
};

/** Everything one can do with a request now. */
export const actsOf = (parts: readonly ConsultationPart[], facts: MoveFacts): ConsultationAct[] =>
  consultationActs.filter((act) => 'to' in moveOf(act, parts, facts));
