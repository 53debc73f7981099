// What in a draft tells who the child is, and what is still missing: asked of the server after each save, when the hands
// rest; meanwhile each mark goes with its words.
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { z } from 'zod';
import { checkConsultationDraft } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { certainOnes, type Found, foundIn, movedWith } from './findings.ts';
import type { OpenedDraft } from './use-draft.ts';

const restMs = 600;

export type Checked = z.output<(typeof checkConsultationDraft)['response']>;
export type MissingPart = Checked['missing'][number];

export type Findings = {
  readonly found: () => readonly Found[];
  readonly missing: () => readonly MissingPart[];
  /** Asks now; null where somebody typed meanwhile. @throws CallError */
  readonly check: () => Promise<{ found: readonly Found[]; missing: readonly MissingPart[] } | null>;
};

type Fields = ReturnType<OpenedDraft['state']>['fields'];

/** The text at a path as the server names it: `question`, `supports.2.note`. */
export const textAt = (fields: Fields, path: string): string => {
  let at: unknown = fields;
  for (const step of path.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[step];
  return typeof at === 'string' ? at : '';
};

export const useFindings = (opened: OpenedDraft): Findings => {
  const [found, setFound] = createSignal<readonly Found[]>([]);
  const [missing, setMissing] = createSignal<readonly MissingPart[]>([]);
  const fields = () => opened.state().fields;
  const check: Findings['check'] = async () => {
    const { id } = opened.state();
    if (id === null) return null;
    const answer = await call(checkConsultationDraft, { params: { draftId: id } });
    const now = opened.state();
    // Of a text that is no longer the one on the screen: asked again after the next save.
    if (now.known?.rev !== answer.rev || now.fields !== now.known.fields) return null;
    const before = certainOnes(found()).length;
    const next = foundIn(answer.findings, (path) => textAt(now.fields, path));
    setFound(next);
    setMissing(answer.missing);
    const count = certainOnes(next).length;
    if (count > before) announce(t('ask.checkNews', { count }));
    return { found: next, missing: answer.missing };
  };
  createEffect(
    on(fields, (now, before) => {
      if (before === undefined) return;
      setFound((all) => {
        const paths = new Set(all.map((one) => one.path));
        return [...paths].reduce<readonly Found[]>(
          (left, path) => movedWith(left, path, textAt(before, path), textAt(now, path)),
          all,
        );
      });
    }),
  );
  createEffect(
    on(
      () => (opened.state().kind === 'clean' ? opened.state().known?.rev : undefined),
      (rev) => {
        if (rev === undefined) return;
        const timer = setTimeout(() => void check().catch(() => undefined), restMs);
        onCleanup(() => clearTimeout(timer));
      },
    ),
  );
  return { found, missing, check };
};
