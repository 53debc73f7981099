// The question and its box, with the caret in it; under it who will read the answer, and the one button that sends it.
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, onMount, Show } from 'solid-js';
import type { Contribution } from '../../shared/assessments.ts';
import type { Workspace } from '../../shared/cases.ts';
import { type Entry, getDefaultAudience, shareEntry } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { MissingGrounds, ReaderNames, useReaders } from '../assessments/readers.tsx';
import { useAssessment } from '../assessments/room.ts';
import { ShareDialog } from '../assessments/share-dialog.tsx';
import { memberAgency, memberWords } from '../cases/members-words.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { LiveField } from '../writing/live-field.tsx';
import { desk } from '../writing/start.ts';
import styles from './answer.module.css';

export type Asker = { readonly name: string; readonly member: Workspace['members'][number] | undefined };

function Question(props: { asked: Contribution; asker: Asker }): JSX.Element {
  const room = useAssessment();
  return (
    <section class={styles.question} aria-labelledby="guest-asks">
      <h2 id="guest-asks">
        {props.asker.name === '' ? t('guest.question') : t('guest.asks', { name: props.asker.name })}
      </h2>
      <Show when={props.asker.member}>
        {(one) => (
          <p class="quiet">{[memberWords(one()), memberAgency(one())].filter(Boolean).join(' · ')}</p>
        )}
      </Show>
      <blockquote>{props.asked.question ?? t(`lifeArea.${props.asked.area}`)}</blockquote>
      <p>{t('guest.about', { name: room.workspace().case.childName })}</p>
      <p class="quiet">
        {t('guest.aboutArea', { area: t(`lifeArea.${props.asked.area}`) })}
        <Show when={props.asked.dueOn}>{(due) => <> · {t('guest.answerBy', { date: date(due()) })}</>}</Show>
      </p>
    </section>
  );
}

const seenBy = (people: number, agencies: number): string =>
  t('ui.seenBy', {
    people: t('ui.people', { count: people }),
    agencies: t('ui.agencies', { count: agencies }),
  });

/** How many will read it is seen at once, their names on demand; whom it cannot reach, always. */
function Readers(props: { readers: ReturnType<typeof useReaders>; onChange: () => void }): JSX.Element {
  return (
    <section class={`${shapes.panel} ${styles.readers}`} aria-label={t('guest.whoSees')}>
      <h2>{t('guest.whoSees')}</h2>
      <Show when={props.readers.data} fallback={<Skeleton lines={2} />}>
        {(data) => (
          <>
            <Disclosure summary={seenBy(data().people.length, data().agencies)}>
              <div class={shapes.stack}>
                <ReaderNames readers={data()} />
                <div>
                  <Button size="small" onClick={() => props.onChange()}>
                    {t('guest.changeReaders')}
                  </Button>
                </div>
              </div>
            </Disclosure>
            <MissingGrounds missing={data().missing} />
          </>
        )}
      </Show>
    </section>
  );
}

export function AnswerForm(props: {
  entry: Entry;
  asked: Contribution;
  asker: Asker;
  sent: boolean;
  onSent: () => void;
}): JSX.Element {
  const sending = createSending();
  const [choosing, setChoosing] = createSignal(false);
  let box: HTMLDivElement | undefined;
  // After the page has given the focus to its heading.
  onMount(() => setTimeout(() => box?.querySelector('textarea')?.focus({ preventScroll: true })));
  const usual = useQuery(() => ({
    queryKey: ['default-audience', props.entry.id],
    queryFn: () => call(getDefaultAudience, { params: { entryId: props.entry.id } }),
    enabled: !props.sent,
  }));
  const audience = () => (props.sent ? props.entry.audience : usual.data);
  const readers = useReaders(() => props.entry.id, audience);
  const send = async () => {
    if (props.sent) {
      await desk()?.settle(8_000);
      return props.onSent();
    }
    const chosen = audience();
    if (!chosen) return;
    const body = { version: props.entry.version, audience: chosen };
    const done = await sending.send(body, async (key) => {
      await desk()?.settle(8_000);
      await call(shareEntry, { params: { entryId: props.entry.id }, body, key });
    });
    if (done) props.onSent();
  };
  return (
    <div class={shapes.column}>
      <Question asked={props.asked} asker={props.asker} />
      <div
        class={styles.box}
        ref={(el) => {
          box = el;
        }}
      >
        <LiveField
          entry={props.entry}
          field="narrative"
          label={t('guest.answer')}
          hint={props.sent ? undefined : t('guest.onlyYou')}
          placeholder={t('guest.answerPlaceholder')}
          rows={6}
        />
      </div>
      <Disclosure summary={t('guest.more')}>
        <div class={shapes.stack}>
          <LiveField
            entry={props.entry}
            field="strengths"
            label={t('assessment.strengths')}
            look="plain"
            rows={2}
          />
          <LiveField
            entry={props.entry}
            field="worries"
            label={t('assessment.worries')}
            look="plain"
            rows={2}
          />
        </div>
      </Disclosure>
      <Readers readers={readers} onChange={() => setChoosing(true)} />
      <p class="quiet">{t('guest.whatHappens')}</p>
      <Show when={sending.problem() ?? usual.error}>
        {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
      </Show>
      <div>
        <Button kind="primary" size="wide" icon="share" busy={sending.busy()} onClick={() => void send()}>
          {t(props.sent ? 'guest.done' : 'guest.send')}
        </Button>
      </div>
      <ShareDialog
        entry={props.entry}
        open={choosing()}
        title={t('assessment.shareQuestion')}
        onClose={() => setChoosing(false)}
      />
    </div>
  );
}
