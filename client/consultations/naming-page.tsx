// An anonymous request becomes a named one, which is another: whom it is about and on what ground, what goes and what does not, and
// then everything exactly as its receivers will read it. What is typed is kept.
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { type NamingFields, type NamingPreview, previewNaming } from '../../shared/consultation-naming.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { focusFirstWrong } from '../ui/focus.ts';
import { EmptyState, ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { Row, Rows } from '../ui/section.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { type Form, useForm } from '../writing/form.ts';
import { AbsenceHours } from './absence-hours.tsx';
import styles from './ask.module.css';
import { useConsultation } from './consultations-query.ts';
import { NamingChild } from './naming-child.tsx';
import { fieldsFrom, isSame, type LinkingPart, without } from './naming-fields.ts';
import { NamingPreviewDialog } from './naming-preview.tsx';
import { NamingRest } from './naming-rest.tsx';
import { ConsultationsPath } from './path.tsx';
import { ServiceChoice, useServices } from './service-choice.tsx';
import { SupportsTried } from './supports-tried.tsx';

export function NamingPage(props: { consultationId: string }): JSX.Element {
  const query = useConsultation(() => props.consultationId);
  const form = useForm(`naming:${props.consultationId}`);
  const number = () => (query.isSuccess ? query.data.number : '');
  return (
    <Page
      title={t('naming.title')}
      windowTitle={t('naming.title')}
      path={
        <>
          <ConsultationsPath />
          <Show when={number()}>{(one) => <span>{t('naming.path', { number: one() })}</span>}</Show>
        </>
      }
      actions={<Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>}
    >
      <Answered query={query}>
        {(of) => (
          <Show
            when={of().can.includes('name')}
            fallback={<EmptyState icon="chat" title={t('consultation.gone')} />}
          >
            <Show when={form.ready()} fallback={<Skeleton lines={8} />}>
              <NamingForm of={of()} form={form} />
            </Show>
          </Show>
        )}
      </Answered>
    </Page>
  );
}

/** By field, what is said beside it. */
const saysMissing: Partial<Record<keyof NamingFields, NamingPreview['missing']>> = {
  question: ['question'],
  area: ['area'],
  serviceId: ['service-refuses'],
  child: ['child', 'ground', 'ground-class', 'ground-over'],
  supports: ['supports'],
  absenceHours: ['absence'],
  ageBand: ['age'],
  grade: ['age'],
};

function NamingForm(props: { of: Consultation; form: Form }): JSX.Element {
  const navigate = useNavigate();
  const services = useServices();
  const looking = createSending();
  const [missing, setMissing] = createSignal<NamingPreview['missing']>([]);
  const [preview, setPreview] = createSignal<NamingPreview>();
  let element: HTMLFormElement | undefined;
  const fields = createMemo(() => fieldsFrom(props.form.text('fields'), props.of));
  const set = (next: NamingFields) => props.form.type('fields', JSON.stringify(next));
  // What was said to be missing is said until somebody has touched it; the next look finds what is missing still.
  const change = (part: Partial<NamingFields>) => {
    const touched = new Set(
      Object.keys(part).flatMap((name) => saysMissing[name as keyof NamingFields] ?? []),
    );
    setMissing((all) => all.filter((one) => !touched.has(one)));
    set({ ...fields(), ...part });
  };
  const lacks = (part: NamingPreview['missing'][number]) => missing().includes(part);
  const readsBoth = () => fields().serviceId === props.of.service.serviceId;
  const told = () => props.of.messages.filter((one) => one.kind === 'told-more');
  const look = async () => {
    looking.forget();
    const params = { consultationId: props.of.id };
    const body = { fields: fields() };
    let found: NamingPreview | undefined;
    const done = await looking.send('look', async () => {
      await props.form.settle();
      found = await call(previewNaming, { params, body });
    });
    setMissing(found?.missing ?? []);
    if (done && found && found.missing.length === 0) return void setPreview(found);
    setTimeout(() => element && focusFirstWrong(element));
  };
  /** Beside a part that ties the two requests together. */
  const same = (part: LinkingPart) => (
    <Show when={isSame(fields(), props.of, part)}>
      <div class={styles.tied}>
        <p class="quiet">{t('naming.same')}</p>
        <Show when={part !== 'question'}>
          <Button size="small" kind="quiet" onClick={() => set(without(fields(), part))}>
            {t('naming.leaveOut', { what: t(`naming.same_${part}`) })}
          </Button>
        </Show>
      </div>
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
        void look();
      }}
    >
      <Notice title={t('naming.newOne')}>{t('naming.newOneDetail')}</Notice>
      <ServiceChoice
        services={services}
        fields={{ ...fields(), anonymous: false, child: null }}
        error={lacks('service-refuses') ? t('ask.whomRefusesNamed') : undefined}
        onChoose={(serviceId) => change({ serviceId })}
      />
      <Show when={readsBoth()}>
        <Notice tone="amber" title={t('naming.yourName')}>
          {t('naming.yourNameDetail')}
        </Notice>
      </Show>
      <NamingChild fields={fields()} missing={missing()} onChange={change} />
      <section class={styles.part}>
        <h2>{t('naming.textsTitle')}</h2>
        <p class="quiet">{t('naming.textsLead')}</p>
        <TextArea
          label={t('ask.questionLabel')}
          look="narrative"
          rows={5}
          spellcheck={true}
          maxLength={8_000}
          value={fields().question}
          onInput={(question) => change({ question })}
          error={lacks('question') ? t('ask.needQuestion') : undefined}
        />
        {same('question')}
        <Show when={told().length > 0}>
          <p>{t('naming.told')}</p>
          <Rows>
            <For each={told()}>
              {(one) => (
                <Row
                  end={
                    <Show when={!fields().question.includes(one.text)}>
                      <Button
                        size="small"
                        onClick={() => change({ question: `${fields().question.trimEnd()}\n\n${one.text}` })}
                      >
                        {t('naming.addTold')}
                      </Button>
                    </Show>
                  }
                >
                  <p class={styles.words}>{one.text}</p>
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      </section>
      <div class={styles.part}>
        <SupportsTried
          value={fields().supports}
          each={services.data?.find((one) => one.id === fields().serviceId)?.checklist !== 'none'}
          error={lacks('supports') ? t('ask.needSupports') : undefined}
          onChange={(supports) => change({ supports })}
        />
        {same('supports')}
      </div>
      <div class={styles.part}>
        <AbsenceHours
          value={fields().absenceHours}
          error={lacks('absence') ? t('ask.needAbsence') : undefined}
          onChange={(absenceHours) => change({ absenceHours })}
        />
        {same('absence')}
      </div>
      <div class={styles.part}>
        <TextArea
          label={t('ask.consentLabel')}
          hint={t('ask.consentHintNamed')}
          rows={2}
          maxLength={2_000}
          value={fields().consent}
          onInput={(consent) => change({ consent })}
        />
        {same('consent')}
      </div>
      <NamingRest fields={fields()} missing={missing()} onChange={change} />
      <div class={styles.end}>
        <Show when={missing().length > 0}>
          <ErrorNotice>{t('ask.missing', { count: missing().length })}</ErrorNotice>
        </Show>
        <Show when={looking.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        <Button type="submit" kind="primary" size="wide" busy={looking.busy()}>
          {t('naming.look')}
        </Button>
      </div>
      <Show when={preview()} keyed>
        {(shown) => (
          <NamingPreviewDialog
            of={props.of}
            fields={fields()}
            preview={shown}
            onClose={() => setPreview(undefined)}
            onLookAgain={() => void look()}
            onSent={async (id) => {
              await props.form.discard().catch(() => undefined);
              navigate(`/consultations/${id}`, { replace: true, state: { sent: true } });
            }}
          />
        )}
      </Show>
    </form>
  );
}
