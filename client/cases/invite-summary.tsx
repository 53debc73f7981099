// What the invited person will see, in sentences, before anything is sent.
import { type JSX, Show } from 'solid-js';
import type { DataClass } from '../../shared/vocabulary.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useCase } from './case-room.tsx';
import { type Invitable, type Invitation, needsGround } from './invitation.ts';
import styles from './members.module.css';
import { invitableAgency } from './person-search.tsx';

const listed = (classes: readonly DataClass[]): string =>
  classes.map((one) => t(`dataClass.${one}`).toLocaleLowerCase('fi')).join(', ') || '–';

export function InviteSummary(props: { person: Invitable; value: Invitation }): JSX.Element {
  const { workspace } = useCase();
  const name = () => props.person.name;
  return (
    <section class={styles.summary} aria-live="polite">
      <h3>{t('members.summaryTitle')}</h3>
      <ul>
        <Show
          when={needsGround(props.person, workspace().case.ownerAgencyId)}
          fallback={
            <li>
              {t(props.person.affiliationId === null ? 'members.summaryFamily' : 'members.summaryHome', {
                name: name(),
              })}
            </li>
          }
        >
          <li>
            {t('members.summaryOther', {
              name: name(),
              agency: invitableAgency(props.person),
              classes: listed(props.value.toThem),
            })}
          </li>
          <li>{t('members.summaryBack', { classes: listed(props.value.fromThem) })}</li>
        </Show>
        <li>
          {props.value.endsOn === ''
            ? t('members.summaryOpen')
            : t('members.summaryEnds', { date: date(props.value.endsOn) })}
        </li>
        <li>{t('members.summaryMail')}</li>
      </ul>
    </section>
  );
}
