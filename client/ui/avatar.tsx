// A person as initials in the colour of the agency: filled when here now, dashed when an answer is awaited.
import { type JSX, Show } from 'solid-js';
import type { AgencyKind } from './agency-kind.ts';
import styles from './avatar.module.css';

export type AvatarProps = {
  initials: string;
  agency: AgencyKind;
  here?: boolean | undefined;
  awaited?: boolean | undefined;
  size?: 'small' | 'normal' | 'large' | undefined;
  /** Only when no text beside it names the person and the state. */
  name?: string | undefined;
};

export function Avatar(props: AvatarProps): JSX.Element {
  return (
    <>
      <span
        class={styles.avatar}
        data-agency={props.agency}
        data-size={props.size ?? 'normal'}
        data-here={props.here ? '' : undefined}
        data-awaited={props.awaited ? '' : undefined}
        aria-hidden="true"
      >
        {props.initials}
      </span>
      <Show when={props.name}>
        <span class="visually-hidden">{props.name}</span>
      </Show>
    </>
  );
}

/** Up to two letters: Leena Kallio gives LK, Mummo gives M. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('fi');
}
