// What is expected of a request after each act, written apart from the table of moves: a small world of people, two services
// and one request, and plain sentences of who may do what in it.
export const people = [
  'asker',
  'deputy',
  'anna',
  'bertta',
  'lead',
  'carl',
  'carls lead',
  'expert',
  'stranger',
] as const;
export type Somebody = (typeof people)[number];
export type Service = 'first' | 'second';
export type State =
  | 'sent'
  | 'triage'
  | 'claimed'
  | 'more-information'
  | 'answered'
  | 'followed-up'
  | 'closed'
  | 'withdrawn';

export type Model = {
  state: State;
  service: Service;
  holder: Somebody | null;
  passing: boolean;
  deputy: boolean;
  expert: 'nobody' | 'invited' | 'said yes' | 'said no';
  proposal: 'none' | 'open' | 'answered';
  /** Anna has left the first service. */
  annaGone: boolean;
  /** Every act that was done, in order. */
  readonly done: string[];
};

export const atFirst = (): Model => ({
  state: 'sent',
  service: 'first',
  holder: null,
  passing: false,
  deputy: false,
  expert: 'nobody',
  proposal: 'none',
  annaGone: false,
  done: ['send'],
});
export const copyOf = (model: Model): Model => ({ ...model, done: [...model.done] });

export const other = (service: Service): Service => (service === 'first' ? 'second' : 'first');

export const worksIn = (model: Model, who: Somebody, service: Service): boolean => {
  if (service === 'second') return who === 'carl' || who === 'carls lead';
  return who === 'bertta' || who === 'lead' || (who === 'anna' && !model.annaGone);
};
const leadsIn = (who: Somebody, service: Service): boolean =>
  who === (service === 'first' ? 'lead' : 'carls lead');

/** Whoever has it and is still there. */
export const holderOf = (model: Model): Somebody | null =>
  model.holder !== null && worksIn(model, model.holder, model.service) ? model.holder : null;
const asks = (model: Model, who: Somebody): boolean => who === 'asker' || (who === 'deputy' && model.deputy);
const notOver = ({ state }: Model): boolean => state !== 'closed' && state !== 'withdrawn';
const isTaken = ({ state }: Model): boolean => state === 'claimed' || state === 'more-information';
const isWaiting = ({ state }: Model): boolean => state === 'sent' || state === 'triage';
const unanswered = (model: Model): boolean => isTaken(model) || isWaiting(model);
const hasAnswer = ({ state }: Model): boolean => state === 'answered' || state === 'followed-up';

export const reads = (model: Model, who: Somebody): boolean => {
  if (asks(model, who)) return true;
  if (model.state === 'withdrawn') return false;
  if (worksIn(model, who, model.service)) return true;
  if (model.passing && worksIn(model, who, other(model.service))) return true;
  return who === 'expert' && notOver(model) && ['invited', 'said yes'].includes(model.expert);
};

export type Order = { readonly act: string; readonly who: Somebody; readonly to: Somebody };

/** May they, now? Whom it goes to is looked at afterwards. */
const allowed = (model: Model, { act, who }: Order): boolean => {
  const holds = holderOf(model) === who;
  const leads = leadsIn(who, model.service);
  const team = worksIn(model, who, model.service);
  switch (act) {
    case 'begin-triage':
      return team && model.state === 'sent';
    case 'claim':
      return team && (isWaiting(model) || (isTaken(model) && holderOf(model) === null));
    case 'release':
    case 'ask-more':
    case 'answer':
    case 'invite-expert':
      return holds && isTaken(model);
    case 'hand-on':
      return (leads || holds) && unanswered(model);
    case 'tell-more':
    case 'withdraw':
      return asks(model, who) && unanswered(model);
    case 'close':
      return (asks(model, who) || holds || leads) && hasAnswer(model);
    case 'reopen':
      return (asks(model, who) || holds || leads) && (hasAnswer(model) || model.state === 'closed');
    case 'set-deputy':
    case 'unset-deputy':
      return who === 'asker' && notOver(model);
    case 'pass-on':
      return (leads || holds) && unanswered(model) && !model.passing;
    case 'take-back-passing':
      return (leads || holds) && unanswered(model) && model.passing;
    case 'accept-passed':
    case 'decline-passed':
      return model.passing && worksIn(model, who, other(model.service));
    case 'accept-invitation':
      return who === 'expert' && model.expert === 'invited' && notOver(model);
    case 'decline-invitation':
      return who === 'expert' && ['invited', 'said yes'].includes(model.expert) && notOver(model);
    case 'advise':
      return who === 'expert' && model.expert === 'said yes' && isTaken(model);
    case 'propose-times':
    case 'note-talk':
      return holds && (isTaken(model) || hasAnswer(model));
    case 'follow-up':
      return asks(model, who) && model.state === 'answered';
    case 'record-outcome':
      return (asks(model, who) || holds) && hasAnswer(model);
    case 'choose-time':
      return asks(model, who) && (isTaken(model) || hasAnswer(model));
    default:
      throw new Error(`no expectation of ${act}`);
  }
};

/** What an act that is allowed meets all the same. */
const meets = (model: Model, { act, to }: Order): 'refused' | 'absent' | null => {
  if (act === 'hand-on' && holderOf(model) === to) return 'refused';
  if (act === 'hand-on' && !worksIn(model, to, model.service)) return 'absent';
  if (act === 'invite-expert' && ['invited', 'said yes'].includes(model.expert)) return 'refused';
  if (act === 'choose-time' && model.proposal !== 'open') return 'refused';
  return null;
};

const effects: Readonly<Record<string, (model: Model, order: Order) => Partial<Model>>> = {
  'begin-triage': () => ({ state: 'triage' }),
  claim: (model, { who }) => ({ ...(isWaiting(model) && { state: 'claimed' }), holder: who }),
  release: () => ({ state: 'triage', holder: null }),
  'hand-on': (model, { to }) => ({ ...(isWaiting(model) && { state: 'claimed' }), holder: to }),
  'ask-more': () => ({ state: 'more-information' }),
  'tell-more': ({ state }) => (state === 'more-information' ? { state: 'claimed' } : {}),
  answer: () => ({ state: 'answered', passing: false }),
  withdraw: () => ({ state: 'withdrawn', passing: false }),
  close: () => ({ state: 'closed', passing: false }),
  reopen: (model) => ({ state: holderOf(model) === null ? 'triage' : 'claimed', holder: holderOf(model) }),
  'set-deputy': () => ({ deputy: true }),
  'unset-deputy': () => ({ deputy: false }),
  'pass-on': () => ({ passing: true }),
  'take-back-passing': () => ({ passing: false }),
  'decline-passed': () => ({ passing: false }),
  'accept-passed': ({ service }, { who }) => ({
    state: 'claimed',
    passing: false,
    service: other(service),
    holder: who,
  }),
  'invite-expert': () => ({ expert: 'invited' }),
  'accept-invitation': () => ({ expert: 'said yes' }),
  'decline-invitation': () => ({ expert: 'said no' }),
  advise: () => ({}),
  'propose-times': () => ({ proposal: 'open' }),
  'choose-time': () => ({ proposal: 'answered' }),
  'note-talk': () => ({}),
  'record-outcome': () => ({}),
  'follow-up': () => ({ state: 'followed-up' }),
};
export const acts = Object.keys(effects);

/** What becomes of an order, and of the request. */
export const expectedOf = (model: Model, order: Order): 'done' | 'refused' | 'absent' => {
  if (!reads(model, order.who)) return 'absent';
  if (!allowed(model, order)) return 'refused';
  const met = meets(model, order);
  if (met) return met;
  Object.assign(model, effects[order.act]?.(model, order));
  model.done.push(order.act === 'unset-deputy' ? 'set-deputy' : order.act);
  return 'done';
};
