// What opens: dialog, menu, popover, disclosure, receipt.
import { createSignal, type JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Menu } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './gallery.module.css';

export function Open(): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const undo = { label: t('ui.undo'), run: () => announce('Kumottu') };
  return (
    <div class={styles.stack}>
      <div class={styles.row}>
        <Button onClick={() => setOpen(true)}>Avaa kysymys</Button>
        <Button onClick={() => showToast('Osuus palautettiin luonnokseksi.', undo)}>Näytä kuitti</Button>
        <Popover label="Ketkä näkevät" icon="eye">
          <p>Mikko Halonen ja Tiina Rautio koulusta, Petri Vainio lastensuojelusta.</p>
        </Popover>
        <Menu
          items={[
            { label: 'Nimeä uudelleen', icon: 'pen', onSelect: () => undefined },
            { label: 'Lataa', icon: 'download', onSelect: () => undefined },
            { label: 'Päätä jäsenyys', icon: 'close', danger: true, onSelect: () => undefined },
          ]}
        />
      </div>
      <Disclosure summary="Miksi juuri tämä päivä?" open>
        <p>Kolme kuukautta siitä, kun asia tuli vireille 3.11.2026.</p>
      </Disclosure>
      <Dialog
        open={open()}
        title="Jaetaanko osuus?"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
            <Button kind="primary" onClick={() => setOpen(false)}>
              Jaa osuus
            </Button>
          </>
        }
      >
        <p>Tämän näkee 3 henkilöä 2 organisaatiossa. He näkevät tekstin sitä mukaa kuin kirjoitat.</p>
      </Dialog>
    </div>
  );
}
