// What happens next, and when; and whom to ask.
import { createMemo, type JSX, Show } from 'solid-js';
import type { Assessment } from '../../shared/assessments.ts';
import { versionsOf } from '../assessments/sections.ts';
import { useCase } from '../cases/case-room.tsx';
import { memberWords } from '../cases/members-words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './family.module.css';
import { isReleased } from './released.ts';

export function NextSteps(props: { assessment: Assessment | undefined }): JSX.Element {
  const { workspace } = useCase();
  const child = () => session()?.familyRole === 'child';
  const guardian = () => session()?.familyRole === 'guardian';
  const me = () => session()?.personId ?? '';
  const open = () => (props.assessment?.status === 'open' ? props.assessment : undefined);
  const signed = createMemo(() =>
    props.assessment ? versionsOf(workspace(), props.assessment.id)[0] : undefined,
  );
  const texts = createMemo(() => workspace().entries.filter((one) => isReleased(one, me())).length);
  const ownMissing = () =>
    guardian() &&
    open() !== undefined &&
    !workspace().entries.some(
      (one) => one.kind === 'parent-view' && one.authorIds.includes(me()) && one.state !== 'draft',
    );
  const worker = () => workspace().members.find((one) => one.role === 'responsible');
  const quiet = () => texts() === 0 && !ownMissing();
  return (
    <section class={`sheet ${styles.next}`}>
      <h2>{t('family.nextTitle')}</h2>
      <ul>
        <Show when={open()}>
          {(one) => (
            <li>
              <Icon name="clock" size={20} />
              <span>
                {t(child() ? 'family.nextOpenChild' : 'family.nextOpen', { date: date(one().ready.dueOn) })}
              </span>
            </li>
          )}
        </Show>
        <Show when={signed()}>
          {(one) => (
            <li>
              <Icon name="check" size={20} />
              <span>{t('family.nextSigned', { date: date(one().signedAt) })}</span>
            </li>
          )}
        </Show>
        <Show when={texts() > 0}>
          <li>
            <Icon name="book" size={20} />
            <a href="#texts">{t('family.nextRead', { count: texts() })}</a>
          </li>
        </Show>
        <Show when={ownMissing()}>
          <li>
            <Icon name="pen" size={20} />
            <a href="#words">{t('family.nextOwn')}</a>
          </li>
        </Show>
        <Show when={quiet()}>
          <li>
            <Icon name="info" size={20} />
            <span>{t('family.nextNothing')}</span>
          </li>
        </Show>
      </ul>
      <Show when={worker()}>
        {(one) => <p class="quiet">{t('family.ask', { name: one().name, role: memberWords(one()) })}</p>}
      </Show>
    </section>
  );
}
