// Who wrote: agency, name, profession; at the right what is going on with the text.
import { type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import styles from './author-line.module.css';
import { authorOf, useAssessment } from './room.ts';

export function AuthorLine(props: {
  personIds: readonly string[];
  own?: boolean | undefined;
  note?: JSX.Element;
}): JSX.Element {
  const room = useAssessment();
  const author = () => authorOf(room.workspace(), props.personIds);
  const names = () => {
    if (!props.own) return author().names;
    const others = props.personIds.filter((id) => id !== room.me());
    return others.length === 0
      ? t('assessment.you')
      : t('assessment.youAnd', { name: authorOf(room.workspace(), others).names });
  };
  return (
    <header class={styles.author}>
      <AgencyMark kind={author().kind} word={author().agency} />
      <strong>{names() || t('assessment.unknownAuthor')}</strong>
      <Show when={!props.own && author().profession}>
        <span class="quiet">{author().profession}</span>
      </Show>
      <span class={styles.note}>{props.note}</span>
    </header>
  );
}
