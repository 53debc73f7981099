// The way of a draft to those it asks: saved whole, looked at for what tells who the child is, and sent.
import { useNavigate } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import { sendConsultation } from '../../shared/consultations.ts';
import { CallError, call } from '../api/call.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { todayKey } from '../today/today-query.ts';
import { announce } from '../ui/announcer.tsx';
import { dropDraft } from './draft-desk.ts';
import { certainOnes, type Found, foundKey, likelyOnes } from './findings.ts';
import type { OpenedDraft } from './use-draft.ts';
import type { Findings, MissingPart } from './use-findings.ts';

export type Asking = {
  readonly busy: () => boolean;
  readonly problem: () => unknown;
  /** After the first press: what a field says is missing. */
  readonly missing: () => readonly MissingPart[];
  /** What may tell who the child is, to be asked about; undefined while nothing is. */
  readonly likely: () => readonly Found[] | undefined;
  /** Something that surely tells is in the way. */
  readonly certain: () => boolean;
  readonly send: () => Promise<void>;
  /** It was looked at and is left as it is. */
  readonly sendAsIs: () => Promise<void>;
  readonly back: () => void;
};

/** @param onWrong what is missing or tells too much is shown now */
export const useAsking = (opened: OpenedDraft, findings: Findings, onWrong: () => void): Asking => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = createSending();
  const [tried, setTried] = createSignal(false);
  const [likely, setLikely] = createSignal<readonly Found[]>();
  // What was asked about once is not asked about again.
  const seen = new Set<string>();

  const deliver = async (checked: boolean): Promise<void> => {
    const { id, known } = opened.state();
    if (id === null || known === null) return;
    const body = { rev: known.rev, checked };
    let sentId = '';
    const done = await sending.send({ id, ...body }, async (key) => {
      sentId = (await call(sendConsultation, { params: { draftId: id }, body, key })).id;
    });
    if (!done) {
      const problem = sending.problem();
      // The server has the last word on what it takes: what it found is shown where it stands.
      if (problem instanceof CallError) await findings.check().catch(() => null);
      if (problem instanceof CallError && problem.id === 'perhaps-identifying')
        setLikely(likelyOnes(findings.found()));
      return onWrong();
    }
    await dropDraft(opened.draft);
    void queries.invalidateQueries({ queryKey: consultationsKey });
    void queries.invalidateQueries({ queryKey: todayKey });
    announce(t('ask.sent'));
    navigate(`/consultations/${sentId}`, { replace: true, state: { sent: true } });
  };
  const send = async (): Promise<void> => {
    setTried(true);
    sending.forget();
    let looked: Awaited<ReturnType<Findings['check']>> = null;
    const ready = await sending.send('look', async () => {
      if (!(await opened.draft.settle())) {
        if (opened.state().id === null && opened.state().kind === 'clean') return;
        throw new CallError('offline', null);
      }
      looked = await findings.check();
    });
    const answer = looked as Awaited<ReturnType<Findings['check']>>;
    if (!ready || answer === null) return onWrong();
    if (answer.missing.length > 0 || certainOnes(answer.found).length > 0) return onWrong();
    const unseen = likelyOnes(answer.found).filter((one) => !seen.has(foundKey(one)));
    if (unseen.length > 0) return void setLikely(unseen);
    await deliver(likelyOnes(answer.found).length > 0);
  };
  return {
    busy: sending.busy,
    problem: sending.problem,
    missing: () => {
      if (!tried()) return [];
      // Nothing was typed at all: there is no draft that could be looked at.
      return opened.state().id === null ? ['question'] : findings.missing();
    },
    likely,
    certain: () => tried() && certainOnes(findings.found()).length > 0,
    send,
    sendAsIs: async () => {
      for (const one of likely() ?? []) seen.add(foundKey(one));
      setLikely(undefined);
      await deliver(true);
    },
    back: () => {
      for (const one of likely() ?? []) seen.add(foundKey(one));
      setLikely(undefined);
    },
  };
};
