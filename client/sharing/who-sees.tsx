// Who sees what of whom, why and until when, and what they do not: in plain words, agency by agency, then the family.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Sharing } from '../../shared/sharing.ts';
import { wordsFor } from '../api/problem-words.ts';
import { useCase } from '../cases/case-room.tsx';
import { agencyName } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import styles from './sharing.module.css';
import type { useSharing } from './sharing.ts';
import { type Said, sentencesOf } from './sharing-words.ts';

type Agency = Sharing['agencies'][number];

function Sentence(props: { said: Said }): JSX.Element {
  return (
    <li class={styles.sentence} data-sees={props.said.sees ? '' : undefined}>
      <Icon name={props.said.sees ? 'eye' : 'eye-off'} size={16} />
      <span>
        {t(props.said.sees ? 'sharing.sees' : 'sharing.seesNot', { classes: props.said.classes })}
        <span class="quiet"> – {props.said.reason}</span>
      </span>
    </li>
  );
}

export function AgencySees(props: { agency: Agency; all: readonly Agency[] }): JSX.Element {
  const { workspace } = useCase();
  const nameOf = (id: string) => {
    const found = props.all.find((one) => one.id === id);
    return found ? agencyName(found) : '';
  };
  return (
    <article class={styles.agency}>
      <h3>
        <AgencyMark kind={props.agency.kind} word={agencyName(props.agency)} />
      </h3>
      <For each={props.agency.of}>
        {(one) => (
          <div class={styles.way}>
            <h4>
              {t('sharing.direction', { from: nameOf(one.fromAgencyId), to: agencyName(props.agency) })}
            </h4>
            <ul>
              <For each={sentencesOf(workspace(), one.classes)}>{(said) => <Sentence said={said} />}</For>
            </ul>
          </div>
        )}
      </For>
    </article>
  );
}

export function FamilySees(props: { family: Sharing['family'] }): JSX.Element {
  const words = (one: Sharing['family'][number]) => {
    const count = one.texts.reduce((sum, { count: n }) => sum + n, 0);
    const classes = one.texts
      .map(({ dataClass, count: n }) =>
        t('sharing.classCount', { what: t(`dataClass.${dataClass}`), count: n }),
      )
      .join(', ');
    return count === 0 ? t('sharing.familyNothing') : t('sharing.familySees', { count, classes });
  };
  return (
    <ul class={styles.people}>
      <For each={props.family}>
        {(one) => (
          <li>
            <strong>{one.name}</strong> <span class="quiet">{t(`memberRole.${one.role}`)}</span>
            <p>{words(one)}</p>
          </li>
        )}
      </For>
    </ul>
  );
}

export function WhoSees(props: { sharing: ReturnType<typeof useSharing> }): JSX.Element {
  const between = createMemo(() => props.sharing.data?.agencies.filter((one) => one.of.length > 0) ?? []);
  return (
    <Section title={t('sharing.seesTitle')} lead={t('sharing.seesLead')}>
      <Show when={props.sharing.error}>
        {(error) => (
          <ErrorNotice onRetry={() => void props.sharing.refetch()}>{wordsFor(error())}</ErrorNotice>
        )}
      </Show>
      <Show when={props.sharing.data} fallback={<Skeleton lines={6} />}>
        {(data) => (
          <>
            <Show when={between().length > 0} fallback={<p class="quiet">{t('sharing.alone')}</p>}>
              <For each={between()}>{(one) => <AgencySees agency={one} all={data().agencies} />}</For>
            </Show>
            <Show when={data().family.length > 0}>
              <article class={styles.agency}>
                <h3>
                  <AgencyMark kind="family" word={t('sharing.familyTitle')} />
                </h3>
                <p class="quiet">{t('sharing.familyLead')}</p>
                <FamilySees family={data().family} />
              </article>
            </Show>
          </>
        )}
      </Show>
    </Section>
  );
}
