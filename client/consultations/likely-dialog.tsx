// What may tell who the child is, asked about once: change it, or send it as it is.
import { For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Row, Rows } from '../ui/section.tsx';
import styles from './ask.module.css';
import { adviceOn } from './finding-list.tsx';
import type { Found } from './findings.ts';

export function LikelyDialog(props: {
  /** Undefined: closed. */
  found: readonly Found[] | undefined;
  busy: boolean;
  onBack: () => void;
  onSend: () => void;
}): JSX.Element {
  return (
    <Dialog
      open={props.found !== undefined}
      title={t('ask.likelyTitle')}
      onClose={props.onBack}
      actions={
        <>
          <Button kind="primary" onClick={() => props.onBack()}>
            {t('ask.likelyBack')}
          </Button>
          <Button busy={props.busy} onClick={() => props.onSend()}>
            {t('ask.likelySend')}
          </Button>
        </>
      }
    >
      <p>{t('ask.likelyLead')}</p>
      <Show when={(props.found ?? []).length > 0}>
        <Rows>
          <For each={props.found}>
            {(one) => (
              <Row>
                <p class={styles.words}>{one.words}</p>
                <p class="quiet">{adviceOn(one)}</p>
              </Row>
            )}
          </For>
        </Rows>
      </Show>
    </Dialog>
  );
}
