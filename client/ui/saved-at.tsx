// Where the text is right now. Not a live region: "saved" at every pause would drown a screen reader, so only
// trouble is announced, by the one who shows the connection banner.
import type { JSX } from 'solid-js';
import { time } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './saved-at.module.css';

export type SaveState =
  | { kind: 'saving' }
  | { kind: 'saved'; at: string | Date }
  /** Kept on this device until the network takes it. */
  | { kind: 'device' }
  | { kind: 'offline' };

const icons: Record<SaveState['kind'], IconName> = {
  saving: 'pen',
  saved: 'check',
  device: 'device',
  offline: 'offline',
};

export function SavedAt(props: { state: SaveState }): JSX.Element {
  const words = () =>
    props.state.kind === 'saved'
      ? t('saving.saved', { time: time(props.state.at) })
      : t(`saving.${props.state.kind}`);
  return (
    <span class={styles.saved} data-kind={props.state.kind}>
      <Icon name={icons[props.state.kind]} size={14} />
      {words()}
    </span>
  );
}
