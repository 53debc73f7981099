// Surfaces and marks on the paper: the child's words, a private draft, what is restricted.
import { type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import styles from './paper.module.css';

/** The child's or the family's own words, as said. `source`: who heard them, when and where. */
export function Quote(props: {
  children: JSX.Element;
  source?: JSX.Element;
  size?: 'normal' | 'large' | undefined;
}): JSX.Element {
  return (
    <figure class={styles.quote} data-agency="family" data-size={props.size ?? 'normal'}>
      <blockquote>{props.children}</blockquote>
      <Show when={props.source}>
        <figcaption>{props.source}</figcaption>
      </Show>
    </figure>
  );
}

/** The hatched surface of a private draft; says in words too that nobody else sees it. */
export function Draft(props: { children: JSX.Element; note?: string | undefined }): JSX.Element {
  return (
    <div class={styles.draft}>
      <p class={styles.note}>
        <Icon name="eye-off" size={16} />
        {props.note ?? t('ui.draft')}
      </p>
      {props.children}
    </div>
  );
}

/** Something that exists and may be known to exist, but not read. */
export function RestrictedMark(props: { word?: string | undefined }): JSX.Element {
  return (
    <span class={styles.restricted} title={t('ui.restrictedDetail')}>
      <Icon name="lock" size={16} />
      {props.word ?? t('ui.restricted')}
    </span>
  );
}

/** "Seen by 3 people, 2 agencies": what an author sees beside a text that others read. */
export function SeenBy(props: { people: number; agencies: number }): JSX.Element {
  const people = () => t('ui.people', { count: props.people });
  const agencies = () => t('ui.agencies', { count: props.agencies });
  return (
    <span class={styles.seen}>
      <Icon name="eye" />
      {t('ui.seenBy', { people: people(), agencies: agencies() })}
    </span>
  );
}
