// For the family: what happens next, in plain words, and what there is to read.
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import styles from './today.module.css';

type Step = Today['next'][number];

const hasPage = (step: Step): boolean => step.kind === 'texts-to-read' || step.kind === 'signed';

export function Next(props: { next: Today['next'] }): JSX.Element {
  return (
    <Show when={props.next.length > 0}>
      <Section title={t('today.nextTitle')} look="sheet">
        <Rows>
          <For each={props.next}>
            {(step) => (
              <Row
                end={
                  <LinkButton
                    href={`/cases/${step.caseId}`}
                    size="small"
                    kind={hasPage(step) ? 'primary' : 'secondary'}
                  >
                    {t(hasPage(step) ? 'today.read' : 'today.look')}
                    <span class="visually-hidden">: {step.childGivenName}</span>
                  </LinkButton>
                }
              >
                <StepWords step={step} />
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}

function StepWords(props: { step: Step }): JSX.Element {
  const on = () => (props.step.on === null ? '' : date(props.step.on));
  return (
    <Switch>
      <Match when={props.step.kind === 'assessment-ready'}>
        <p class={styles.plain}>{t('today.nextReady', { date: on() })}</p>
        <p class="quiet">{t('today.nextReadyDetail')}</p>
      </Match>
      <Match when={props.step.kind === 'texts-to-read'}>
        <p class={styles.plain}>{t('today.nextTexts', { count: props.step.count })}</p>
        <p class="quiet">{t('today.nextTextsDetail')}</p>
      </Match>
      <Match when={props.step.kind === 'being-written'}>
        <p class={styles.plain}>{t('today.nextWriting')}</p>
        <Show when={props.step.count > 0}>
          <p class="quiet">{t('today.nextWritingDetail', { count: props.step.count })}</p>
        </Show>
      </Match>
      <Match when={props.step.kind === 'signed'}>
        <p class={styles.plain}>{t('today.nextSigned', { date: on() })}</p>
        <p class="quiet">{t('today.nextSignedDetail')}</p>
      </Match>
    </Switch>
  );
}
