// The question first, in one's own words; then to whom, and what they need to know. Saved as it is typed.
import { createSignal, For, type JSX, Show } from 'solid-js';
import { ageBands, type DraftFields, grades } from '../../shared/consultation.ts';
import { questionAreas, type Service, urgencies } from '../../shared/services.ts';
import { wordsFor } from '../api/problem-words.ts';
import { DraftAttachments, useDraftFiles } from '../attachments/draft-attachments.tsx';
import { localeNames, locales, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { focusFirstWrong } from '../ui/focus.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { SideBySide } from '../writing/side-by-side.tsx';
import { AbsenceHours } from './absence-hours.tsx';
import styles from './ask.module.css';
import { DeputySelect } from './deputy-select.tsx';
import { FindingList, marksOf } from './finding-list.tsx';
import { certainOnes, type Found } from './findings.ts';
import { LikelyDialog } from './likely-dialog.tsx';
import { NamedChild } from './named-child.tsx';
import { advisesOn, measuredWords, ServiceChoice, useServices } from './service-choice.tsx';
import { SupportsTried } from './supports-tried.tsx';
import { useAsking } from './use-asking.ts';
import type { OpenedDraft } from './use-draft.ts';
import { useFindings } from './use-findings.ts';
import { serviceName } from './words.ts';

const most = 8_000;
/** Where a notification or help at once may be what is needed. */
const grave = ['worry-about-home', 'violence-and-abuse', 'self-harm'];

export function AskForm(props: { opened: OpenedDraft }): JSX.Element {
  const opened = props.opened;
  const state = () => opened.state();
  const fields = () => state().fields;
  const change = (part: Partial<DraftFields>) => opened.draft.change(part);
  const findings = useFindings(opened);
  const services = useServices();
  const files = useDraftFiles(opened);
  const [early, setEarly] = createSignal(false);
  const onTheirWay = () => files.unkept.files().length > 0;
  const chosen = () => services.data?.find((one) => one.id === fields().serviceId);
  const areas: Record<string, HTMLTextAreaElement> = {};
  let element: HTMLFormElement | undefined;
  const show = (one: Found) => {
    const area = areas[one.path];
    area?.focus();
    area?.setSelectionRange(one.from, one.to);
  };
  const toWrong = () =>
    setTimeout(() => {
      const [first] = certainOnes(findings.found());
      if (first && areas[first.path]) show(first);
      else if (element) focusFirstWrong(element);
    });
  const asking = useAsking(opened, findings, toWrong);
  const missing = (part: ReturnType<typeof asking.missing>[number]) => asking.missing().includes(part);
  // What was typed of the child comes back when somebody changes their mind about being anonymous.
  const [child, setChild] = createSignal(fields().child);
  const setAnonymous = (anonymous: boolean) => {
    if (anonymous) setChild(fields().child);
    change({ anonymous, child: anonymous ? null : child() });
  };
  const two = (field: 'question' | 'consent') => state().two.find((one) => one.field === field);
  const twoTexts = (field: 'question' | 'consent') => (
    <Show when={two(field)}>
      {(both) => (
        <SideBySide
          two={{
            alternativeId: '',
            mine: fields()[field],
            other: both().theirs,
            otherAt: both().at,
          }}
          busy={false}
          problem={null}
          onChoose={(text) => opened.draft.choose(field, text)}
        />
      )}
    </Show>
  );
  return (
    <form
      class={styles.form}
      novalidate
      ref={(el) => {
        element = el;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setEarly(onTheirWay());
        if (!onTheirWay()) void asking.send();
      }}
    >
      <Trouble opened={opened} />
      <div class={styles.question}>
        <TextArea
          label={t('ask.questionLabel')}
          hideLabel
          look="narrative"
          rows={6}
          spellcheck={true}
          maxLength={most}
          placeholder={t('ask.questionPlaceholder')}
          value={fields().question}
          readOnly={two('question') !== undefined}
          marks={marksOf(findings.found(), 'question')}
          element={(el) => {
            areas.question = el;
          }}
          onInput={(question) => change({ question })}
          onBlur={() => opened.draft.flush()}
          error={missing('question') ? t('ask.needQuestion') : undefined}
        />
        {twoTexts('question')}
        <FindingList found={findings.found()} path="question" onShow={show} />
        <p class="quiet">{t('ask.onlyYou')}</p>
      </div>
      <Select
        label={t('ask.areaLabel')}
        placeholder={t('ask.choose')}
        value={fields().area ?? ''}
        options={questionAreas.map((one) => ({ value: one, label: t(`questionArea.${one}`) }))}
        onChange={(area) => change({ area })}
        error={missing('area') ? t('ask.needArea') : undefined}
      />
      <ServiceChoice
        services={services}
        fields={fields()}
        error={missing('service') ? t('ask.needService') : undefined}
        onChoose={(serviceId) => change({ serviceId })}
      />
      <div class={styles.part}>
        <RadioGroup
          label={t('ask.howLabel')}
          value={fields().anonymous ? 'anonymous' : 'named'}
          options={[
            { value: 'anonymous', label: t('ask.anonymous'), hint: t('ask.anonymousHint') },
            { value: 'named', label: t('ask.named'), hint: t('ask.namedHint') },
          ]}
          onChange={(how) => setAnonymous(how === 'anonymous')}
        />
        <Show when={!fields().anonymous}>
          <NamedChild
            value={fields().child}
            missing={asking.missing()}
            onChange={(named) => change({ child: named })}
          />
        </Show>
      </div>
      <div class={styles.part}>
        <RadioGroup
          label={t('ask.urgencyLabel')}
          value={fields().urgency}
          options={urgencies.map((one) => ({
            value: one,
            label: t(`urgency.${one}`),
            hint: withinWords(chosen(), one),
          }))}
          onChange={(urgency) => change({ urgency })}
        />
        <Show when={fields().urgency === 'urgent' || grave.includes(fields().area ?? '')}>
          <Notice tone="amber" title={t('ask.dangerTitle')}>
            {t('ask.danger')}
          </Notice>
        </Show>
      </div>
      <div class={styles.row}>
        <Select
          label={t('ask.ageLabel')}
          placeholder={t('ask.choose')}
          value={fields().ageBand ?? ''}
          options={ageBands.map((one) => ({ value: one, label: t(`ageBand.${one}`) }))}
          onChange={(ageBand) => change({ ageBand })}
          error={missing('age') ? t('ask.needAge') : undefined}
        />
        <Select
          label={t('ask.gradeLabel')}
          placeholder={t('ask.choose')}
          value={fields().grade ?? ''}
          options={grades.map((one) => ({ value: one, label: t(`grade.${one}`) }))}
          onChange={(grade) => change({ grade })}
        />
      </div>
      <SupportsTried
        value={fields().supports}
        each={(chosen()?.checklist ?? 'none') !== 'none'}
        error={missing('supports') ? t('ask.needSupports') : undefined}
        onChange={(supports) => change({ supports })}
      />
      <For each={fields().supports}>
        {(_, index) => (
          <FindingList found={findings.found()} path={`supports.${index()}.note`} onShow={show} />
        )}
      </For>
      <Show when={chosen()?.checklist === 'complete'}>
        <AbsenceHours
          value={fields().absenceHours}
          error={missing('absence') ? t('ask.needAbsence') : undefined}
          onChange={(absenceHours) => change({ absenceHours })}
        />
      </Show>
      <Disclosure
        summary={t('ask.more')}
        open={
          fields().consent !== '' || two('consent') !== undefined || files.kept().length > 0 || onTheirWay()
        }
      >
        <div class={styles.more}>
          <Show when={chosen()?.checklist !== 'complete'}>
            <AbsenceHours
              value={fields().absenceHours}
              error={undefined}
              onChange={(absenceHours) => change({ absenceHours })}
            />
          </Show>
          <div class={styles.part}>
            <TextArea
              label={t('ask.consentLabel')}
              hint={t(fields().anonymous ? 'ask.consentHintAnonymous' : 'ask.consentHintNamed')}
              rows={2}
              maxLength={2_000}
              value={fields().consent}
              readOnly={two('consent') !== undefined}
              marks={marksOf(findings.found(), 'consent')}
              element={(el) => {
                areas.consent = el;
              }}
              onInput={(consent) => change({ consent })}
            />
            {twoTexts('consent')}
            <FindingList found={findings.found()} path="consent" onShow={show} />
          </div>
          <DraftAttachments files={files} anonymous={fields().anonymous} />
          <Select
            label={t('ask.languageLabel')}
            value={fields().language}
            options={locales.map((one) => ({ value: one, label: localeNames[one] }))}
            onChange={(language) => change({ language })}
          />
          <DeputySelect
            label={t('ask.deputyLabel')}
            value={fields().deputyAffiliationId}
            onChange={(deputyAffiliationId) => change({ deputyAffiliationId })}
          />
        </div>
      </Disclosure>
      <div class={styles.end}>
        <Show when={chosen()}>{(one) => <Chosen service={one()} />}</Show>
        <Show when={asking.missing().length > 0}>
          <ErrorNotice>{t('ask.missing', { count: asking.missing().length })}</ErrorNotice>
        </Show>
        <Show when={early() && onTheirWay()}>
          <ErrorNotice>{t('attachment.sendFirst')}</ErrorNotice>
        </Show>
        <Show when={asking.certain()}>
          <ErrorNotice>{t('ask.certainFirst')}</ErrorNotice>
        </Show>
        <Show when={asking.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        <Button type="submit" kind="primary" size="wide" busy={asking.busy()}>
          {t('ask.send')}
        </Button>
        <p class="quiet">{t('ask.sendNext')}</p>
      </div>
      <LikelyDialog
        found={asking.likely()}
        busy={asking.busy()}
        onBack={() => {
          const first = asking.likely()?.[0];
          asking.back();
          if (first) setTimeout(() => show(first));
        }}
        onSend={() => void asking.sendAsIs()}
      />
    </form>
  );
}

const withinWords = (service: Service | undefined, urgency: DraftFields['urgency']): string | undefined => {
  if (service === undefined) return undefined;
  const count = service.answerWorkingDays[urgency];
  return count === 0 ? t('ask.answerToday') : t('ask.answerWithin', { count });
};

/** Once more before sending: who it goes to. */
function Chosen(props: { service: Service }): JSX.Element {
  return (
    <div class="sheet">
      <p class="quiet">{t('ask.answers')}</p>
      <p>
        <strong>{serviceName(props.service)}</strong>
      </p>
      <p class="quiet">
        {advisesOn(props.service)} {measuredWords(props.service)}.
      </p>
    </div>
  );
}

/** Where the draft is no more on the server, or was not taken: the words are here, and what to do with them. */
function Trouble(props: { opened: OpenedDraft }): JSX.Element {
  const kind = () => props.opened.state().kind;
  return (
    <>
      <Show when={kind() === 'gone'}>
        <div class={styles.part}>
          <Notice tone="amber" title={t('ask.goneTitle')}>
            {t('ask.gone')}
          </Notice>
          <div>
            <Button size="small" onClick={() => props.opened.draft.beginAnew()}>
              {t('ask.goneKeep')}
            </Button>
          </div>
        </div>
      </Show>
      <Show when={kind() === 'refused'}>
        <ErrorNotice>{t('ask.refused')}</ErrorNotice>
      </Show>
    </>
  );
}
