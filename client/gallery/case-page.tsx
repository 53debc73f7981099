// The ring with what stands beside it on a case page, to judge the whole.
import type { JSX } from 'solid-js';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { ClockBar } from '../ui/clock-bar.tsx';
import { Quote } from '../ui/paper.tsx';
import { Ring } from '../ui/ring/ring.tsx';
import styles from './gallery.module.css';
import { aino } from './people.ts';

export function CasePage(): JSX.Element {
  return (
    <div class={styles.case}>
      <Ring data={aino} onSelect={() => undefined} />
      <div class={styles.stack}>
        <section class="sheet">
          <h2>Mitä seuraavaksi</h2>
          <p>
            Sari kirjoittaa osuutensa <strong>mielenterveydestä</strong>
          </p>
          <p class="quiet">pyydetty 16.11. · psykiatria</p>
          <hr class={styles.rule} />
          <ClockBar
            label="Arviointi valmiina"
            dueOn="2027-02-03"
            elapsed={0.2}
            daysLeft={73}
            state="calm"
            reason="3 kk vireilletulosta"
          />
        </section>
        <section class="sheet">
          <h3>Ainon sanoin</h3>
          <Quote source="kuultu 12.11. koululla, Petri">
            Aamulla ei vaan pääse ylös. Koulussa on ok sitten kun on siellä, varsinkin jos Mikon ryhmä.
          </Quote>
        </section>
        <section>
          <h3>Muuttunut käyntisi jälkeen</h3>
          <p>
            <strong>Mikko</strong> jakoi osuuden <em class={styles.title}>Koulunkäynti ja oppiminen</em>
          </p>
          <AgencyMark kind="education" />
        </section>
      </div>
    </div>
  );
}
