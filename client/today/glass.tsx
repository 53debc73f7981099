// Emergency access on Today: what one has open so, and what waits for one's review. Fetched when there is some of it.
import { For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { time, when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';

export function Glass(props: { today: Today }): JSX.Element {
  return (
    <>
      <Show when={props.today.openGlass.length > 0}>
        <Section title={t('glass.openTitle')} look="sheet">
          <Rows>
            <For each={props.today.openGlass}>
              {(one) => (
                <Row end={<span>{t('glass.openUntil', { time: time(one.until) })}</span>}>
                  <CaseLink of={one} />
                </Row>
              )}
            </For>
          </Rows>
        </Section>
      </Show>
      <Show when={props.today.glassToReview.length > 0}>
        <Section title={t('glass.toReviewTitle')} look="sheet">
          <Rows>
            <For each={props.today.glassToReview}>
              {(one) => (
                <Row
                  end={
                    <LinkButton href="/break-glass/uses" kind="primary" size="small">
                      {t('glass.toReview')}
                      <span class="visually-hidden">: {one.number}</span>
                    </LinkButton>
                  }
                >
                  <p>{t('glass.toReviewLine', { name: one.name, number: one.number })}</p>
                  <p class="quiet">{when(one.at, new Date())}</p>
                </Row>
              )}
            </For>
          </Rows>
        </Section>
      </Show>
    </>
  );
}
