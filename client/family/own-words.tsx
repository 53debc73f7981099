// One's own words: a guardian's statement, which nobody else can edit, and what one wants to say besides.
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { FreeWords } from '../assessments/comments.tsx';
import { ParentViewForm } from '../assessments/parents-part.tsx';
import { useAssessment } from '../assessments/room.ts';
import { entriesOf } from '../assessments/sections.ts';
import { textIn, Words } from '../assessments/written.tsx';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import styles from './family.module.css';

function Statement(): JSX.Element {
  const room = useAssessment();
  const [writing, setWriting] = createSignal(false);
  const mine = createMemo(() =>
    entriesOf(room.workspace(), room.assessment().id, 'parent-view').find((one) =>
      one.authorIds.includes(room.me()),
    ),
  );
  const open = () => room.assessment().status === 'open';
  const writes = () => (mine() ? mine()?.can.includes('write') : writing() && open());
  return (
    <Show
      when={writes()}
      fallback={
        <Show
          when={mine()}
          fallback={
            <Show when={open()}>
              <div>
                <Button kind="primary" icon="pen" onClick={() => setWriting(true)}>
                  {t('family.beginWords')}
                </Button>
              </div>
            </Show>
          }
        >
          {(one) => <Words text={textIn(one(), 'narrative')} />}
        </Show>
      }
    >
      <div class={styles.own}>
        <ParentViewForm about={room.me()} own entry={mine()} />
      </div>
    </Show>
  );
}

export function OwnWords(): JSX.Element {
  const guardian = () => session()?.familyRole === 'guardian';
  return (
    <section class={styles.part} id="words">
      <h2>{t('family.wordsTitle')}</h2>
      <p>{t(guardian() ? 'family.wordsGuardian' : 'family.wordsChild')}</p>
      <Show when={guardian()}>
        <Statement />
      </Show>
      <div class={styles.more}>
        <FreeWords
          label={t(guardian() ? 'family.moreTitle' : 'family.wordsLabel')}
          hint={t('family.wordsWho')}
        />
      </div>
    </section>
  );
}
