// Four people in a ring around one: drawn from the tokens, so that it follows the theme.
import type { JSX } from 'solid-js';
import styles from './logo.module.css';

export function Logo(): JSX.Element {
  return (
    <svg class={styles.logo} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M12.5 4.5a12 12 0 0 1 7 0M27.5 12.5a12 12 0 0 1 0 7M19.5 27.5a12 12 0 0 1-7 0M4.5 19.5a12 12 0 0 1 0-7" />
      <path d="M23.2 6.4a12 12 0 0 1 2.4 2.4M25.6 23.2a12 12 0 0 1-2.4 2.4M8.8 25.6a12 12 0 0 1-2.4-2.4M6.4 8.8a12 12 0 0 1 2.4-2.4" />
      <circle cx="16" cy="16" r="4" />
    </svg>
  );
}
