// What a page says when there is nothing, when something failed, and while it waits.
import { For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

/** An empty page teaches the next step: `action` is the button or link that takes it. */
export function EmptyState(props: {
  title: string;
  children?: JSX.Element;
  icon?: IconName | undefined;
  action?: JSX.Element;
}): JSX.Element {
  return (
    <div class={styles.empty}>
      <Icon name={props.icon ?? 'ring'} size={32} />
      <h2>{props.title}</h2>
      <Show when={props.children}>
        <p>{props.children}</p>
      </Show>
      {props.action}
    </div>
  );
}

/** What went wrong and what to do, announced when it appears. */
export function ErrorNotice(props: {
  title?: string | undefined;
  children: JSX.Element;
  onRetry?: (() => void) | undefined;
}): JSX.Element {
  return (
    <div class={styles.notice} data-tone="error" role="alert">
      <Icon name="warning" size={20} />
      <div class={styles.words}>
        <Show when={props.title}>
          <p class={styles.title}>{props.title}</p>
        </Show>
        <p>{props.children}</p>
      </div>
      <Show when={props.onRetry}>
        {(retry) => (
          <Button size="small" onClick={() => retry()()}>
            {t('ui.retry')}
          </Button>
        )}
      </Show>
    </div>
  );
}

/** Something to know before going on; amber when it asks for attention. */
export function Notice(props: {
  tone?: 'calm' | 'amber' | undefined;
  title?: string | undefined;
  children: JSX.Element;
}): JSX.Element {
  return (
    <div class={styles.notice} data-tone={props.tone ?? 'calm'}>
      <Icon name={props.tone === 'amber' ? 'warning' : 'info'} size={20} />
      <div class={styles.words}>
        <Show when={props.title}>
          <p class={styles.title}>{props.title}</p>
        </Show>
        <p>{props.children}</p>
      </div>
    </div>
  );
}

/** Lines where text will be. */
export function Skeleton(props: { lines?: number | undefined }): JSX.Element {
  return (
    <div class={styles.skeleton} role="status">
      <span class="visually-hidden">{t('ui.loading')}</span>
      <For each={Array.from({ length: props.lines ?? 3 })}>{() => <span class={styles.line} />}</For>
    </div>
  );
}
