// The right side: how the child, the parents and the professionals see one life area, and the child's own words.
import { createMemo, For, type JSX, Show } from 'solid-js';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Quote } from '../ui/paper.tsx';
import { useAssessment } from './room.ts';
import { type Agreement, agreementOf, childWords, type View, viewsOf } from './views.ts';
import styles from './views-beside.module.css';

export const agreementWords = (agreement: Agreement): string => {
  switch (agreement.kind) {
    case 'none':
      return t('assessment.agreeNone');
    case 'one':
      return t('assessment.agreeOne', { name: agreement.only.name });
    case 'same':
      return t('assessment.agreeSame');
    case 'near':
      return t('assessment.agreeNear', {
        low: agreement.low.name,
        high: agreement.high.name,
      });
    case 'apart':
      return t('assessment.agreeApart', {
        low: agreement.low.name,
        lowValue: agreement.low.value ?? 0,
        high: agreement.high.name,
        highValue: agreement.high.value ?? 0,
      });
  }
};

export function ViewRows(props: { views: readonly View[] }): JSX.Element {
  return (
    <dl class={styles.views}>
      <For each={props.views}>
        {(view) => (
          <div data-agency={view.agency}>
            <dt>{view.name}</dt>
            <dd>
              <span class="numbers">{view.value ?? '–'}</span>
              <span class="visually-hidden">{view.value === null ? t('ui.scaleNone') : '/ 10'}</span>
              <Show when={view.value !== null}>
                <svg class={styles.bar} aria-hidden="true">
                  <rect width="100%" height="100%" />
                  <rect width={`${(view.value ?? 0) * 10}%`} height="100%" rx="3" data-value="" />
                </svg>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

export function ChildQuote(): JSX.Element {
  const room = useAssessment();
  const words = createMemo(() => childWords(room.workspace(), room.assessment().id));
  return (
    <Show when={words()}>
      {(said) => (
        <Quote
          source={t('assessment.inWords', {
            name: room.workspace().case.childGivenName,
            date: date(said().on),
          })}
        >
          {said().text}
        </Quote>
      )}
    </Show>
  );
}

export function ViewsBeside(): JSX.Element {
  const room = useAssessment();
  const area = () => {
    const section = room.section();
    return 'area' in section ? section.area : undefined;
  };
  const onChild = () => {
    const section = room.section();
    return 'part' in section && section.part === 'child-view';
  };
  const views = createMemo(() => {
    const now = area();
    return now ? viewsOf(room.workspace(), room.assessment().id, now) : [];
  });
  return (
    <aside class={styles.beside} aria-label={t('assessment.beside')}>
      <Show when={area()} fallback={<AllAreas />}>
        <div>
          <h2>{t('assessment.beside')}</h2>
          <ViewRows views={views()} />
          <p class="quiet">{agreementWords(agreementOf(views()))}</p>
        </div>
      </Show>
      <Show when={!onChild()}>
        <ChildQuote />
      </Show>
    </aside>
  );
}

/** Every area about which somebody has said a number. */
function AllAreas(): JSX.Element {
  const room = useAssessment();
  const rows = createMemo(() =>
    room
      .assessment()
      .areas.map((area) => ({ area, views: viewsOf(room.workspace(), room.assessment().id, area) }))
      .filter((row) => row.views.some((view) => view.value !== null)),
  );
  return (
    <div>
      <h2>{t('assessment.beside')}</h2>
      <Show when={rows().length > 0} fallback={<p class="quiet">{t('assessment.agreeNone')}</p>}>
        <For each={rows()}>
          {(row) => (
            <section class={styles.area}>
              <h3>
                <a href={`?area=${row.area}`}>{t(`lifeArea.${row.area}`)}</a>
              </h3>
              <ViewRows views={row.views.filter((view) => view.value !== null)} />
              <p class="quiet">{agreementWords(agreementOf(row.views))}</p>
            </section>
          )}
        </For>
      </Show>
    </div>
  );
}
