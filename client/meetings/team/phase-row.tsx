// One phase: its place, its minutes, and what it is, behind a press.
import { type JSX, Show } from 'solid-js';
import { phaseParts } from '../../../shared/meeting.ts';
import { voiceKey } from '../../../shared/meeting-templates.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { moveByKey, OrderControls } from '../order-controls.tsx';
import { shippedWords } from '../room/phase-words.ts';
import { type DraftPhase, questionCount, questionsOf, titleOf, type Wrong } from './phase-draft.ts';
import styles from './team.module.css';

const lengths = [1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 45, 60, 90, 120];

export function PhaseRow(props: {
  phase: DraftPhase;
  first: boolean;
  last: boolean;
  open: boolean;
  wrong: Wrong | undefined;
  onChange: (part: Partial<DraftPhase>) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}): JSX.Element {
  const name = () => titleOf(props.phase, shippedWords) || t('teamMeetings.ownPhase');
  return (
    <li
      class={styles.phase}
      data-phase={props.phase.key}
      onKeyDown={(event) => moveByKey(event, props.onMove)}
    >
      <div class={styles.name}>
        <p class={styles.called}>{name()}</p>
        <p class={`quiet ${styles.small}`}>
          {t(`phasePartShort.${props.phase.part}`)} ·{' '}
          {t('teamMeetings.questionCount', { count: questionCount(props.phase, shippedWords) })}
        </p>
      </div>
      <div class={styles.order}>
        <OrderControls
          name={name()}
          minutes={props.phase.minutes}
          lengths={lengths}
          first={props.first}
          last={props.last}
          busy={false}
          onMinutes={(minutes) => props.onChange({ minutes })}
          onMove={(step) => props.onMove(step)}
        />
      </div>
      <div class={styles.more}>
        <Disclosure
          open={props.open || props.wrong !== undefined}
          summary={
            <>
              {t('teamMeetings.edit')}
              <span class="visually-hidden">: {name()}</span>
            </>
          }
        >
          <div class={styles.fields}>
            <TextInput
              label={t('teamMeetings.name')}
              maxLength={200}
              value={titleOf(props.phase, shippedWords)}
              error={props.wrong?.title && t('teamMeetings.needName')}
              onInput={(title) => props.onChange({ title })}
            />
            <Select
              label={t('teamMeetings.part')}
              value={props.phase.part}
              options={phaseParts.map((value) => ({ value, label: t(`phasePart.${value}`) }))}
              onChange={(part) => props.onChange({ part })}
            />
            <TextArea
              label={t('meetingRoom.guiding')}
              hint={t('teamMeetings.questionsHint')}
              optional
              value={questionsOf(props.phase, shippedWords)}
              error={
                props.wrong?.questions &&
                t(
                  props.wrong.questions === 'many'
                    ? 'teamMeetings.manyQuestions'
                    : 'teamMeetings.longQuestion',
                )
              }
              onInput={(questions) => props.onChange({ questions })}
            />
            <Show
              when={props.phase.key !== voiceKey}
              fallback={<p class="quiet">{t('teamMeetings.voiceStays')}</p>}
            >
              <p>
                <Button size="small" kind="quiet" icon="close" onClick={() => props.onRemove()}>
                  {t('teamMeetings.remove')}
                  <span class="visually-hidden">: {name()}</span>
                </Button>
              </p>
            </Show>
          </div>
        </Disclosure>
      </div>
    </li>
  );
}
