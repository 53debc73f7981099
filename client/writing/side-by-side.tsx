// Two devices wrote in one field: both texts whole, and three ways to go on; of one answer out of several, two ways. Nothing
// is thrown away: what is not chosen stays in the field's history.
import { createUniqueId, type JSX, onMount, Show } from 'solid-js';
import { time } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { DraftField, TwoTexts } from './draft-field.ts';
import styles from './live-field.module.css';

/** @param props.worded of one answer: what it is called. Two of them do not make one. */
export function SideBySide(props: {
  two: TwoTexts;
  busy: boolean;
  problem: ReturnType<DraftField['problem']>;
  onChoose: (text: string) => void;
  worded?: ((answer: string) => string) | undefined;
}): JSX.Element {
  const id = createUniqueId();
  onMount(() => announce(t('writing.twoTitle')));
  const both = () => [props.two.mine, props.two.other].filter((text) => text.trim() !== '').join('\n\n');
  const words = (text: string) => props.worded?.(text) ?? text;
  return (
    <section class={styles.both} data-both="" aria-labelledby={id}>
      <div>
        <h3 id={id} class={styles.lead}>
          {t('writing.twoTitle')}
        </h3>
        <p>{t('writing.twoLead')}</p>
      </div>
      <div class={styles.texts}>
        <article class={styles.one}>
          <h4>{t('writing.thisDevice')}</h4>
          <p class={styles.words}>{words(props.two.mine)}</p>
          <Button size="small" busy={props.busy} onClick={() => props.onChoose(props.two.mine)}>
            {t('writing.chooseThis')}
          </Button>
        </article>
        <article class={styles.one}>
          <h4>
            {props.two.otherAt
              ? t('writing.otherDeviceAt', { time: time(props.two.otherAt) })
              : t('writing.otherDevice')}
          </h4>
          <p class={styles.words}>{words(props.two.other)}</p>
          <Button size="small" busy={props.busy} onClick={() => props.onChoose(props.two.other)}>
            {t('writing.chooseOther')}
          </Button>
        </article>
      </div>
      <Show when={!props.worded}>
        <div class={styles.actions}>
          <Button size="small" kind="primary" busy={props.busy} onClick={() => props.onChoose(both())}>
            {t('writing.keepBoth')}
          </Button>
        </div>
      </Show>
      <Show when={props.problem}>
        <p role="alert">
          <Icon name="warning" size={16} />
          {t(props.problem === 'version-conflict' ? 'writing.changedMeanwhile' : 'writing.notNow')}
        </p>
      </Show>
    </section>
  );
}
