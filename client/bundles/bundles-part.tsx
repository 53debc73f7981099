// On the page of a request: what went along, for whoever sent it, and what came along, for whoever reads it until its second.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { type BundleHead, getBundle, listBundles, withdrawBundle } from '../../shared/bundles.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { date, dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './bundle.module.css';
import { BundleText } from './bundle-text.tsx';
import { titleOf } from './bundle-words.ts';

/** The longest that a browser waits in one go. */
const longestMs = 2 ** 31 - 1;

export function BundlesPart(props: { consultationId: string; asking: boolean }): JSX.Element {
  const queries = useQueryClient();
  const key = () => [...consultationsKey, props.consultationId, 'bundles'];
  const query = useQuery(() => ({
    queryKey: key(),
    queryFn: async ({ signal }) =>
      (await call(listBundles, { params: { consultationId: props.consultationId }, signal })).bundles,
    reconcile: 'id',
  }));
  const bundles = () => (query.isSuccess ? query.data : []);
  // What is over leaves the page in its second, whether or not anybody tells.
  createEffect(() => {
    const ends = bundles()
      .filter(({ state }) => state === 'readable')
      .map(({ until }) => Date.parse(until) - Date.now());
    const next = Math.min(...ends);
    if (!Number.isFinite(next)) return;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: key() }),
      Math.min(Math.max(next, 0), longestMs),
    );
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Show when={bundles().length > 0}>
      <Section title={t(props.asking ? 'bundle.sentTitle' : 'bundle.alongTitle')}>
        <ul class={styles.part}>
          <For each={bundles()}>{(one) => <Bundle consultationId={props.consultationId} of={one} />}</For>
        </ul>
      </Section>
    </Show>
  );
}

const stateWords = (of: BundleHead): string => {
  if (of.state === 'withdrawn') return t('bundle.withdrawn');
  return of.state === 'over'
    ? t('bundle.over', { date: date(of.until) })
    : t('bundle.until', { date: dateTime(of.until) });
};

function Bundle(props: { consultationId: string; of: BundleHead }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const [open, setOpen] = createSignal(false);
  const params = () => ({ consultationId: props.consultationId, bundleId: props.of.id });
  const withdraw = async () => {
    const done = await sending.send(params(), async (key) => {
      await call(withdrawBundle, { params: params(), body: {}, key });
      await queries.invalidateQueries({ queryKey: consultationsKey });
    });
    if (done) showToast(t('bundle.withdrawnNow'));
  };
  return (
    <li class={styles.part}>
      <div class={styles.head}>
        <div>
          <p>{props.of.labels.map(titleOf).join(', ')}</p>
          <p class="quiet">{stateWords(props.of)}</p>
          <Show when={props.of.can.includes('read') && !open()}>
            <p class="quiet">{t('bundle.viewLogged')}</p>
          </Show>
        </div>
        <div class={styles.row}>
          <Show when={props.of.can.includes('read')}>
            <Button size="small" aria-expanded={open()} onClick={() => setOpen(!open())}>
              {t(open() ? 'bundle.hide' : 'bundle.read')}
            </Button>
          </Show>
          <Show when={props.of.can.includes('withdraw')}>
            <Button size="small" busy={sending.busy()} onClick={() => void withdraw()}>
              {t('bundle.withdraw')}
            </Button>
          </Show>
        </div>
      </div>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <Show when={open() && props.of.can.includes('read')}>
        <Opened consultationId={props.consultationId} of={props.of} />
      </Show>
    </li>
  );
}

/** The texts, while they can be read: each leaves the page with its own end. */
function Opened(props: { consultationId: string; of: BundleHead }): JSX.Element {
  const [now, setNow] = createSignal(Date.now());
  const query = useQuery(() => ({
    queryKey: [...consultationsKey, props.consultationId, 'bundles', props.of.id],
    queryFn: ({ signal }) =>
      call(getBundle, { params: { consultationId: props.consultationId, bundleId: props.of.id }, signal }),
    retry: false,
    // Nothing of it is kept once the page has let go of it.
    gcTime: 0,
    reconcile: 'id',
  }));
  const items = () =>
    query.isSuccess && !query.isError
      ? query.data.items.filter(({ until }) => Date.parse(until) > now())
      : [];
  createEffect(
    on([() => query.data, now], () => {
      const next = Math.min(...items().map(({ until }) => Date.parse(until) - Date.now()));
      if (!Number.isFinite(next)) return;
      const timer = setTimeout(() => setNow(Date.now()), Math.min(Math.max(next, 0) + 1, longestMs));
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return (
    <Show when={!query.isPending}>
      <div class={styles.part}>
        <For each={items()} fallback={<p>{t('bundle.gone')}</p>}>
          {(item) => <BundleText content={item.content} />}
        </For>
      </div>
    </Show>
  );
}
