// An icon beside its word. It is never the only carrier of a meaning, so it is hidden from screen readers.
import type { JSX } from 'solid-js';
import styles from './icon.module.css';
import { iconShapes } from './icon-shapes.ts';

export type IconName = keyof typeof iconShapes;

/** `size` in CSS pixels at normal text size; it grows with the text. */
export function Icon(props: { name: IconName; size?: 14 | 16 | 18 | 20 | 24 | 32 | undefined }): JSX.Element {
  return (
    <svg class={styles.icon} data-size={props.size ?? 18} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconShapes[props.name]} />
    </svg>
  );
}
