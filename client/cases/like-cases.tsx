// Among the cases one may read anyway: those that may be the same child.
import { A } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { listLikeCases } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Notice } from '../ui/notice.tsx';

const pauseMs = 500;

export function LikeCases(props: { name: string; birthDate: string }): JSX.Element {
  const [asked, setAsked] = createSignal({ name: '', birthDate: '' });
  createEffect(
    on(
      () => ({ name: props.name.trim(), birthDate: props.birthDate }),
      (now) => {
        const timer = setTimeout(() => setAsked(now), pauseMs);
        onCleanup(() => clearTimeout(timer));
      },
    ),
  );
  const query = useQuery(() => ({
    queryKey: ['like-cases', asked().name, asked().birthDate],
    queryFn: ({ signal }) => call(listLikeCases, { query: asked(), signal }),
    enabled: asked().name.length > 1 && asked().birthDate !== '',
  }));
  const found = () => (query.isSuccess ? query.data.cases : []);
  return (
    <div role="status">
      <Show when={found().length > 0}>
        <Notice tone="amber" title={t('openCase.likeTitle')}>
          {t('openCase.like')}{' '}
          <For each={found()}>
            {(one, index) => (
              <>
                {index() > 0 ? ', ' : ''}
                <A href={`/cases/${one.id}`}>
                  {one.childName}, {date(one.birthDate)} ({one.number})
                </A>
              </>
            )}
          </For>
        </Notice>
      </Show>
    </div>
  );
}
