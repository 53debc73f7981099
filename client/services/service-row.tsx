// One service in the directory: who they are, what they advise on, in which languages and how soon.
import { type JSX, Show } from 'solid-js';
import type { Service } from '../../shared/services.ts';
import { advisesOn, languagesOf, measuredWords } from '../consultations/service-choice.tsx';
import { serviceName } from '../consultations/words.ts';
import { date } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Row } from '../ui/section.tsx';
import styles from './services.module.css';

const takesWords = (one: Service): string => {
  if (one.takesAnonymous && one.takesNamed) return t('service.takesBoth');
  return t(one.takesAnonymous ? 'service.takesAnonymousOnly' : 'service.takesNamedOnly');
};

const agencyOf = (one: Service): string => (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi);

export function ServiceRow(props: {
  of: Service;
  onChange: () => void;
  onMembers: () => void;
  onEnd: () => void;
  onFigures: () => void;
}): JSX.Element {
  const can = (act: Service['can'][number]) => props.of.can.includes(act);
  return (
    <Row
      end={
        <Show
          when={props.of.endedAt}
          fallback={
            <>
              <Show when={can('ask') && !can('change')}>
                <LinkButton href={`/consultations/new?service=${props.of.id}`} size="small">
                  {t('service.askThis')}
                  <span class="visually-hidden">: {serviceName(props.of)}</span>
                </LinkButton>
              </Show>
              <Show when={can('read-figures')}>
                <Button size="small" onClick={() => props.onFigures()}>
                  {t('service.figures')}
                  <span class="visually-hidden">: {serviceName(props.of)}</span>
                </Button>
              </Show>
              <Show when={can('set-members')}>
                <Button size="small" icon="people" onClick={() => props.onMembers()}>
                  {t('service.members')}
                  <span class="visually-hidden">: {serviceName(props.of)}</span>
                </Button>
              </Show>
              <Show when={can('change')}>
                <Button size="small" onClick={() => props.onChange()}>
                  {t('service.change')}
                  <span class="visually-hidden">: {serviceName(props.of)}</span>
                </Button>
              </Show>
              <Show when={can('end')}>
                <Button size="small" kind="quiet" onClick={() => props.onEnd()}>
                  {t('service.end')}
                  <span class="visually-hidden">: {serviceName(props.of)}</span>
                </Button>
              </Show>
            </>
          }
        >
          {(ended) => <span class="quiet">{t('service.ended', { date: date(ended()) })}</span>}
        </Show>
      }
    >
      <h2 class={styles.name}>{serviceName(props.of)}</h2>
      <AgencyMark kind={props.of.agencyKind} word={agencyOf(props.of)} />
      <p>{advisesOn(props.of)}</p>
      <p class="quiet">{props.of.areas.map((one) => t(`questionArea.${one}`)).join(' · ')}</p>
      <p class="quiet">
        {[
          languagesOf(props.of),
          measuredWords(props.of),
          takesWords(props.of),
          ...(props.of.checklist === 'none' ? [] : [t('service.complete')]),
          ...(props.of.role === null
            ? []
            : [t('service.yourRole', { role: t(`serviceRole.${props.of.role}`) })]),
        ].join(' · ')}
      </p>
    </Row>
  );
}
