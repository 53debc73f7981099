// Requests of other agencies that were taken into the case, as they were asked and answered: for the team that took them.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { absenceReasons, ageBands, grades, messageKinds, supports } from '../../shared/consultation.ts';
import { questionAreas } from '../../shared/services.ts';
import { professions } from '../../shared/vocabulary.ts';
import { date } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useCase } from './case-room.tsx';
import styles from './taken-requests.module.css';
import { memberOf } from './workspace.ts';

type Entry = Workspace['entries'][number];

const textIn = (entry: Entry, name: string): string => entry.fields[name]?.text ?? '';
const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((one) => one === text);
/** The turns, in the order in which they were made. */
const turnsIn = (entry: Entry) =>
  Object.keys(entry.fields)
    .map((name) => /^turn\.(t(\d+))\.text$/.exec(name))
    .filter((found) => found !== null)
    .sort((a, b) => Number(a[2]) - Number(b[2]))
    .map(([, key]) => ({
      kind: oneOf(messageKinds, textIn(entry, `turn.${key}.kind`)),
      by: textIn(entry, `turn.${key}.by`),
      on: textIn(entry, `turn.${key}.on`),
      text: textIn(entry, `turn.${key}.text`),
    }));

/** Age, grade, absences and what was tried, each in a line of words. */
const backgroundOf = (entry: Entry): string[] => {
  const age = oneOf(ageBands, textIn(entry, 'ageBand'));
  const grade = oneOf(grades, textIn(entry, 'grade'));
  const tried = supports.filter((one) => textIn(entry, `support.${one}`) === 'tried');
  return [
    ...(age ? [`${t('consultation.age')}: ${t(`ageBand.${age}`)}`] : []),
    ...(grade ? [`${t('consultation.grade')}: ${t(`grade.${grade}`)}`] : []),
    ...absenceReasons
      .filter((one) => textIn(entry, `absence.${one}`) !== '')
      .map(
        (one) =>
          `${t('consultation.absences')}, ${t(`absenceReason.${one}`)}: ${t('consultation.hours', { count: Number(textIn(entry, `absence.${one}`)) })}`,
      ),
    ...tried.map((one) =>
      [`${t('consultation.supports')}: ${t(`support.${one}`)}`, textIn(entry, `supportNote.${one}`)]
        .filter(Boolean)
        .join('. '),
    ),
    ...(textIn(entry, 'consent') ? [`${t('consultation.consent')}: ${textIn(entry, 'consent')}`] : []),
  ];
};

const askerOf = (entry: Entry): string => {
  const profession = oneOf(professions, textIn(entry, 'profession'));
  return t('naming.inCaseFrom', {
    name: textIn(entry, 'asker'),
    profession: profession ? t(`profession.${profession}`) : '',
    agency: textIn(entry, locale() === 'sv' ? 'agencySv' : 'agencyFi'),
  });
};

export function TakenRequests(): JSX.Element {
  const { workspace } = useCase();
  const taken = createMemo(() =>
    workspace().entries.filter((one) => one.kind === 'consultation' && one.state !== 'draft'),
  );
  return (
    <Show when={taken().length > 0}>
      <section class="sheet">
        <h2>{t('naming.inCase')}</h2>
        <For each={taken()}>{(entry) => <Taken entry={entry} />}</For>
      </section>
    </Show>
  );
}

function Taken(props: { entry: Entry }): JSX.Element {
  const { workspace } = useCase();
  const area = () => oneOf(questionAreas, textIn(props.entry, 'area')) ?? 'other';
  const by = () => memberOf(workspace(), props.entry.authorIds[0] ?? '')?.name ?? '';
  return (
    <article class={styles.taken}>
      <h3>{t(`questionArea.${area()}`)}</h3>
      <p class="quiet">{askerOf(props.entry)}</p>
      <p class="quiet numbers">
        {t('naming.inCaseAt', {
          number: textIn(props.entry, 'number'),
          date: date(textIn(props.entry, 'receivedOn')),
        })}
      </p>
      <p class={styles.text}>{textIn(props.entry, 'question')}</p>
      <Disclosure summary={t('consultation.facts')}>
        <div class={styles.more}>
          <For each={backgroundOf(props.entry)}>{(line) => <p>{line}</p>}</For>
          <For each={turnsIn(props.entry)}>
            {(turn) => (
              <div>
                <p class="quiet">
                  {turn.by} {turn.kind ? t(`messageKind.${turn.kind}`) : ''} · {date(turn.on)}
                </p>
                <p class={styles.text}>{turn.text}</p>
              </div>
            )}
          </For>
        </div>
      </Disclosure>
      <p class="quiet">
        {t('naming.inCaseTaken', { name: by(), date: date(props.entry.sharedAt ?? props.entry.createdAt) })}
      </p>
    </article>
  );
}
