// The child's own words, verbatim and as last recorded, for those who may read them. Never a private draft.
import { createMemo, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Quote } from '../ui/paper.tsx';
import { useCase } from './case-room.tsx';
import { memberOf } from './workspace.ts';

type Said = { readonly text: string; readonly on: string; readonly by: string };

export const lastWords = (workspace: Workspace): Said | undefined => {
  const views = workspace.entries
    .filter((one) => one.kind === 'child-view' && one.state !== 'draft')
    .filter((one) => (one.fields.verbatim?.text ?? '').trim() !== '')
    .sort((a, b) => (b.sharedAt ?? '').localeCompare(a.sharedAt ?? ''));
  const view = views[0];
  if (!view) return undefined;
  const author = memberOf(workspace, view.authorIds[0] ?? '');
  return {
    text: view.fields.verbatim?.text ?? '',
    on: view.fields.heardOn?.text || view.sharedAt || view.updatedAt,
    by: author?.givenName ?? '',
  };
};

export function ChildWords(): JSX.Element {
  const { workspace } = useCase();
  const said = createMemo(() => lastWords(workspace()));
  return (
    <Show when={said()}>
      {(words) => (
        <section class="sheet">
          <h2>{t('cases.childSaid')}</h2>
          <Quote
            source={
              words().by === ''
                ? date(words().on)
                : t('cases.recorded', { date: date(words().on), name: words().by })
            }
          >
            {words().text}
          </Quote>
        </section>
      )}
    </Show>
  );
}
