// Which kind of agency: colour, icon and word together, the same everywhere.
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { type AgencyKind, agencyIcons } from './agency-kind.ts';
import styles from './agency-mark.module.css';
import { Icon } from './icon.tsx';

/** `word` replaces the word of the kind by the agency's own name, where several of one kind take part. */
export function AgencyMark(props: { kind: AgencyKind; word?: string | undefined }): JSX.Element {
  return (
    <span class={styles.mark} data-agency={props.kind}>
      <Icon name={agencyIcons[props.kind]} size={16} />
      {props.word ?? t(`agency.${props.kind}`)}
    </span>
  );
}
