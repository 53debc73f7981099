// Another phase: one of the team's own, or a shipped one that is not in it.
import { createSignal, type JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { shippedKeys, shippedWords } from '../room/phase-words.ts';
import styles from './team.module.css';

const own = 'own';

export function AddPhase(props: {
  taken: readonly string[];
  onAdd: (key: string | null) => void;
}): JSX.Element {
  const [chosen, setChosen] = createSignal(own);
  const options = () => [
    { value: own, label: t('teamMeetings.ownPhase') },
    ...shippedKeys
      .filter((key) => !props.taken.includes(key))
      .map((key) => ({ value: key as string, label: shippedWords(key)?.title ?? key })),
  ];
  const add = () => {
    const key = chosen();
    setChosen(own);
    props.onAdd(key === own ? null : key);
  };
  return (
    <div class={styles.add}>
      <Select label={t('teamMeetings.addWhich')} value={chosen()} options={options()} onChange={setChosen} />
      <Button icon="plus" onClick={add}>
        {t('teamMeetings.add')}
      </Button>
    </div>
  );
}
