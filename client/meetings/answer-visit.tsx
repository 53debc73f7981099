// Saying whether one comes: three answers of equal weight, one press each; writing goes on to one's own text.
import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import type { OwnVisit, VisitAnswer } from '../../shared/meeting.ts';
import { answerVisit } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './meetings.module.css';
import { useDoing } from './meetings-query.ts';
import { visitTitle, whenOf } from './words.ts';

const answers = [
  ['comes', 'meeting.come'],
  ['comes-not', 'meeting.comeNot'],
  ['writes', 'meeting.write'],
] as const satisfies readonly (readonly [VisitAnswer, string])[];

export function AnswerVisit(props: { of: OwnVisit }): JSX.Element {
  const navigate = useNavigate();
  const doing = useDoing();
  const [changing, setChanging] = createSignal(false);
  const give = async (answer: VisitAnswer) => {
    const params = { visitId: props.of.id };
    const body = { answer };
    if (!(await doing.run({ params, body }, (key) => call(answerVisit, { params, body, key })))) return;
    setChanging(false);
    showToast(t('meeting.answered'));
    if (answer === 'writes') navigate(`/meetings/${props.of.meetingId}`);
  };
  const about = () => (
    <span class="visually-hidden">
      : {visitTitle(props.of)}, {whenOf({ startsAt: props.of.fromAt, endsAt: props.of.untilAt })}
    </span>
  );
  return (
    <div class={styles.answer}>
      <Show
        when={changing() ? undefined : props.of.answer}
        fallback={
          <fieldset class={styles.answers} aria-label={t('meeting.answerLabel')}>
            {answers.map(([answer, words]) => (
              <Button size="small" busy={doing.busy()} onClick={() => void give(answer)}>
                {t(words)}
                {about()}
              </Button>
            ))}
          </fieldset>
        }
      >
        {(answer) => (
          <>
            <p class="quiet">{t('meeting.yourAnswer', { answer: t(`visitAnswer.${answer()}`) })}</p>
            <Button size="small" kind="quiet" onClick={() => setChanging(true)}>
              {t('meeting.changeAnswer')}
              {about()}
            </Button>
          </>
        )}
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </div>
  );
}
