// What a service says of itself: its name in both languages, what it advises on, and how soon it means to answer.
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  addService,
  changeService,
  checklists,
  questionAreas,
  type Service,
  type ServiceInput,
  serviceKinds,
  urgencies,
} from '../../shared/services.ts';
import { languages } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { serviceName } from '../consultations/words.ts';
import { localeNames, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './services.module.css';
import { useDoing } from './services-doing.ts';
import { SeveralOf } from './several-of.tsx';

/** Who is told that nobody takes an urgent request, in this order. */
const told = ['leadMinutes', 'onCallMinutes'] as const;

type Draft = Omit<ServiceInput, 'kind' | 'answerWorkingDays' | 'escalation'> & {
  readonly kind: ServiceInput['kind'] | '';
  readonly days: Readonly<Record<(typeof urgencies)[number], string>>;
  readonly minutes: Readonly<Record<(typeof told)[number], string>>;
};

const begin = (of: Service | null): Draft => ({
  kind: of?.kind ?? '',
  nameFi: of?.nameFi ?? '',
  nameSv: of?.nameSv ?? '',
  advisesFi: of?.advisesFi ?? '',
  advisesSv: of?.advisesSv ?? '',
  areas: of?.areas ?? [],
  languages: of?.languages ?? ['fi'],
  takesAnonymous: of?.takesAnonymous ?? true,
  takesNamed: of?.takesNamed ?? true,
  checklist: of?.checklist ?? 'none',
  days: {
    ordinary: String(of?.answerWorkingDays.ordinary ?? 5),
    soon: String(of?.answerWorkingDays.soon ?? 2),
    urgent: String(of?.answerWorkingDays.urgent ?? 0),
  },
  minutes: {
    leadMinutes: String(of?.escalation.leadMinutes ?? 60),
    onCallMinutes: String(of?.escalation.onCallMinutes ?? 60),
  },
});

const goodDays = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) <= 60;

const goodMinutes = (text: string): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= 5 && Number(text) <= 1_440;

/** Null while something is missing. */
const inputOf = (draft: Draft): ServiceInput | null => {
  const { kind, days, minutes, ...rest } = draft;
  const texts = [rest.nameFi, rest.nameSv, rest.advisesFi, rest.advisesSv];
  if (kind === '' || texts.some((one) => one.trim() === '')) return null;
  if (rest.areas.length === 0 || rest.languages.length === 0) return null;
  if (!rest.takesAnonymous && !rest.takesNamed) return null;
  if (!urgencies.every((one) => goodDays(days[one]))) return null;
  if (!told.every((one) => goodMinutes(minutes[one]))) return null;
  return {
    ...rest,
    kind,
    answerWorkingDays: {
      ordinary: Number(days.ordinary),
      soon: Number(days.soon),
      urgent: Number(days.urgent),
    },
    escalation: { leadMinutes: Number(minutes.leadMinutes), onCallMinutes: Number(minutes.onCallMinutes) },
  };
};

export function ServiceDialog(props: { of: Service | null; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const [draft, setDraft] = createSignal(begin(props.of));
  const [tried, setTried] = createSignal(false);
  const change = (part: Partial<Draft>) => setDraft((all) => ({ ...all, ...part }));
  const needed = (text: string) => (tried() && text.trim() === '' ? t('service.needText') : undefined);
  const needOne = (list: readonly unknown[]) =>
    tried() && list.length === 0 ? t('service.needOne') : undefined;
  const takes = () => [
    ...(draft().takesAnonymous ? (['anonymous'] as const) : []),
    ...(draft().takesNamed ? (['named'] as const) : []),
  ];
  const save = async () => {
    setTried(true);
    const body = inputOf(draft());
    if (body === null) return;
    const serviceId = props.of?.id;
    const done = await doing.run({ serviceId, body }, (key) =>
      serviceId === undefined
        ? call(addService, { body, key })
        : call(changeService, { params: { serviceId }, body, key }),
    );
    if (done) props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={props.of ? serviceName(props.of) : t('service.add')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void save()}>
            {t('service.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('service.kind')}
        placeholder={t('ask.choose')}
        value={draft().kind}
        options={serviceKinds.map((one) => ({ value: one, label: t(`serviceKind.${one}`) }))}
        onChange={(kind) => change({ kind })}
        error={needed(draft().kind)}
      />
      <div class={styles.pair}>
        <TextInput
          label={t('service.nameFi')}
          maxLength={200}
          value={draft().nameFi}
          onInput={(nameFi) => change({ nameFi })}
          error={needed(draft().nameFi)}
        />
        <TextInput
          label={t('service.nameSv')}
          maxLength={200}
          lang="sv"
          value={draft().nameSv}
          onInput={(nameSv) => change({ nameSv })}
          error={needed(draft().nameSv)}
        />
      </div>
      <TextArea
        label={t('service.advisesFi')}
        hint={t('service.advisesHint')}
        rows={2}
        maxLength={1_000}
        value={draft().advisesFi}
        onInput={(advisesFi) => change({ advisesFi })}
        error={needed(draft().advisesFi)}
      />
      <TextArea
        label={t('service.advisesSv')}
        rows={2}
        maxLength={1_000}
        lang="sv"
        value={draft().advisesSv}
        onInput={(advisesSv) => change({ advisesSv })}
        error={needed(draft().advisesSv)}
      />
      <SeveralOf
        label={t('service.areas')}
        value={draft().areas}
        options={questionAreas.map((one) => ({ value: one, label: t(`questionArea.${one}`) }))}
        onChange={(areas) => change({ areas })}
        error={needOne(draft().areas)}
      />
      <SeveralOf
        label={t('service.answersIn')}
        value={draft().languages}
        options={languages.map((one) => ({ value: one, label: localeNames[one] }))}
        onChange={(chosen) => change({ languages: chosen })}
        error={needOne(draft().languages)}
      />
      <SeveralOf
        label={t('service.takes')}
        value={takes()}
        options={[
          { value: 'anonymous', label: t('service.takesAnonymous') },
          { value: 'named', label: t('service.takesNamed') },
        ]}
        onChange={(value) =>
          change({ takesAnonymous: value.includes('anonymous'), takesNamed: value.includes('named') })
        }
        error={needOne(takes())}
      />
      <RadioGroup
        label={t('service.checklist')}
        value={draft().checklist}
        options={checklists.map((one) => ({ value: one, label: t(`checklist.${one}`) }))}
        onChange={(checklist) => change({ checklist })}
      />
      <fieldset class={styles.days}>
        <legend>{t('service.days')}</legend>
        <p class="quiet">{t('service.daysHint')}</p>
        <div class={styles.pair}>
          <For each={urgencies}>
            {(one) => (
              <TextInput
                label={t(`urgency.${one}`)}
                inputmode="numeric"
                maxLength={2}
                value={draft().days[one]}
                onInput={(text) => change({ days: { ...draft().days, [one]: text } })}
                error={tried() && !goodDays(draft().days[one]) ? t('service.needDays') : undefined}
              />
            )}
          </For>
        </div>
      </fieldset>
      <fieldset class={styles.days}>
        <legend>{t('service.escalation')}</legend>
        <p class="quiet">{t('service.escalationHint')}</p>
        <div class={styles.pair}>
          <For each={told}>
            {(one) => (
              <TextInput
                label={t(`service.${one}`)}
                inputmode="numeric"
                maxLength={4}
                value={draft().minutes[one]}
                onInput={(text) => change({ minutes: { ...draft().minutes, [one]: text } })}
                error={tried() && !goodMinutes(draft().minutes[one]) ? t('service.needMinutes') : undefined}
              />
            )}
          </For>
        </div>
      </fieldset>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
