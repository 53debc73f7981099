// The ring from one person to forty.
import { For, type JSX } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { Ring } from '../ui/ring/ring.tsx';
import styles from './gallery.module.css';
import { crowd } from './people.ts';

export function Rings(): JSX.Element {
  return (
    <div class={styles.rings}>
      <For each={[1, 3, 12, 16, 40]}>
        {(count) => (
          <section class="sheet">
            <h2>{count}</h2>
            <Ring data={crowd(count)} onSelect={() => undefined} />
          </section>
        )}
      </For>
      <section class="sheet">
        <h2>0</h2>
        <Ring data={crowd(0)} emptyAction={<Button icon="plus">Kutsu</Button>} />
      </section>
    </div>
  );
}
