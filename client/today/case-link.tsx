// A child's name as the way to the case, with the number beside it for those who have two children of one name.
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import styles from './today.module.css';

export function CaseLink(props: {
  of: { caseId: string; childGivenName: string; number: string };
  to?: string | undefined;
}): JSX.Element {
  return (
    <span class={styles.child}>
      <A href={`/cases/${props.of.caseId}${props.to ?? ''}`}>{props.of.childGivenName}</A>{' '}
      <span class="quiet numbers">{props.of.number}</span>
    </span>
  );
}

/** The same without the way: where opening is an answer of its own. */
export function CaseLabel(props: { of: { childGivenName: string; number: string } }): JSX.Element {
  return (
    <span class={styles.child}>
      <strong>{props.of.childGivenName}</strong> <span class="quiet numbers">{props.of.number}</span>
    </span>
  );
}
