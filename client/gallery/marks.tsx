// Marks, clocks, surfaces, notices.
import { For, type JSX } from 'solid-js';
import { agencyKinds } from '../ui/agency-kind.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ClockBar } from '../ui/clock-bar.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { iconShapes } from '../ui/icon-shapes.ts';
import { EmptyState, ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { Draft, Quote, RestrictedMark, SeenBy } from '../ui/paper.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import styles from './gallery.module.css';

export function Marks(): JSX.Element {
  return (
    <div class={styles.columns}>
      <div class={styles.stack}>
        <ul class={styles.grid}>
          <For each={agencyKinds}>
            {(kind) => (
              <li class={styles.row}>
                <AgencyMark kind={kind} />
                <Avatar initials="LK" agency={kind} here />
                <Avatar initials="PV" agency={kind} />
                <Avatar initials="SN" agency={kind} awaited />
                <Avatar initials="MH" agency={kind} awaited here />
              </li>
            )}
          </For>
        </ul>
        <ClockBar
          label="Päätös arvioinnin aloittamisesta"
          dueOn="2026-11-12"
          elapsed={0.7}
          daysLeft={2}
          working
          state="soon"
          reason="7 arkipäivää ilmoituksesta"
        />
        <ClockBar
          label="Arviointi valmiina"
          dueOn="2026-11-20"
          elapsed={1}
          daysLeft={-2}
          state="late"
          reason="3 kk vireilletulosta"
        />
        <ClockBar label="Suunnitelman tarkistus" dueOn="2026-11-22" elapsed={1} daysLeft={0} state="done" />
        <div class={styles.row}>
          <SavedAt state={{ kind: 'saving' }} />
          <SavedAt state={{ kind: 'saved', at: '2026-11-22T08:42:00Z' }} />
          <SavedAt state={{ kind: 'device' }} />
          <SavedAt state={{ kind: 'offline' }} />
        </div>
        <div class={styles.row}>
          <SeenBy people={3} agencies={2} />
          <RestrictedMark />
        </div>
        <ul class={styles.icons}>
          <For each={Object.keys(iconShapes) as IconName[]}>
            {(name) => (
              <li title={name}>
                <Icon name={name} size={24} />
              </li>
            )}
          </For>
        </ul>
      </div>
      <div class={styles.stack}>
        <Draft>
          <p class="narrative">
            Kotikäynnillä 10.11. äiti kertoi herättävänsä Ainon kolmesti ennen töihin lähtöä. Aino nousee
            vasta kun
          </p>
          <div class={styles.row}>
            <Button kind="primary">Jaa osuus…</Button>
            <Button>Liitä lähde</Button>
          </div>
        </Draft>
        <Quote size="large" source="Isä, 20.11.">
          Miten saamme aamut sellaisiksi, että Kasper ja isä jaksavat molemmat?
        </Quote>
        <Notice title="Kolme ihmistä näkee tämän kirjoittaessasi">
          Voit palata luonnokseen milloin tahansa.
        </Notice>
        <Notice tone="amber">Turvakielto on voimassa: osoitetta, koulua ja kuntaa ei näytetä.</Notice>
        <ErrorNotice title="Osuutta ei voitu jakaa" onRetry={() => undefined}>
          Yhteys palvelimeen katkesi. Teksti on tallessa.
        </ErrorNotice>
        <EmptyState title="Ei vielä kokouksia" action={<Button icon="plus">Ehdota kokousta</Button>}>
          Verkostokokous kokoaa lapsen ympärillä olevat saman pöydän ääreen.
        </EmptyState>
        <Skeleton />
      </div>
    </div>
  );
}
