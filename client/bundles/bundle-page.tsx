// From a case: what goes along with a named request to a demanding-support centre. Each field is shown as it will be read; what cannot
// go says why, and a ground is recorded on the spot.
import { useNavigate, useParams } from '@solidjs/router';
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type BundleChoice, bundleDays, getBundleChoices } from '../../shared/bundles.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { CasePage } from '../cases/case-page.tsx';
import { useCase } from '../cases/case-room.tsx';
import { agencyName } from '../cases/members-words.ts';
import { RecordGroundDialog } from '../cases/record-ground-dialog.tsx';
import { date } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { EmptyState, ErrorNotice, Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './bundle.module.css';
import { BundlePreview } from './bundle-preview.tsx';
import { FieldList } from './bundle-text.tsx';
import { authorWords, fieldLabel, fieldText, titleOf } from './bundle-words.ts';
import { type Chosen, keyOf, sentOf, toggled, withField } from './chosen.ts';

type Choices = Awaited<ReturnType<typeof readChoices>>;
const readChoices = (consultationId: string, caseId: string, signal?: AbortSignal) =>
  call(getBundleChoices, { params: { consultationId }, query: { caseId }, ...(signal && { signal }) });

export function BundlePage(): JSX.Element {
  const params = useParams<{ consultationId: string }>();
  const { caseId } = useCase();
  const query = useQuery(() => ({
    queryKey: [...consultationsKey, params.consultationId, 'choices', caseId()],
    queryFn: ({ signal }) => readChoices(params.consultationId, caseId(), signal),
    reconcile: 'id',
  }));
  return (
    <CasePage here={t('bundle.page')}>
      <Answered query={query}>
        {(data) => (
          <Choosing
            of={data()}
            consultationId={params.consultationId}
            onLookAgain={() => void query.refetch()}
          />
        )}
      </Answered>
    </CasePage>
  );
}

function Choosing(props: { of: Choices; consultationId: string; onLookAgain: () => void }): JSX.Element {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { caseId, workspace } = useCase();
  const [chosen, setChosen] = createSignal<Chosen>({});
  const [days, setDays] = createSignal('14');
  const [tried, setTried] = createSignal(false);
  const [looking, setLooking] = createSignal(false);
  const [recording, setRecording] = createSignal<'allow'>();
  const can = () => props.of.choices.filter(({ why }) => why === null);
  const cannot = () => props.of.choices.filter(({ why }) => why !== null);
  const service = () => (locale() === 'sv' ? props.of.service.nameSv : props.of.service.nameFi);
  const number = () => Number(days());
  const daysWrong = () =>
    !/^\d{1,2}$/.test(days()) || number() < bundleDays.least || number() > bundleDays.most;
  const sent = () => sentOf(props.of.choices, chosen());
  const mayRecord = () => workspace().case.can.includes('record-ground');
  const look = () => {
    setTried(true);
    if (!daysWrong() && sent().length > 0) setLooking(true);
  };
  const owner = () => props.of.agencies.find((one) => one.id === props.of.service.agencyId);
  return (
    <div class={styles.column}>
      <header class={styles.part}>
        <h2>{t('bundle.title', { service: service() })}</h2>
        <p>{t('bundle.lead')}</p>
        <p class="quiet">{t('bundle.readers', { agencies: props.of.agencies.map(agencyName).join(', ') })}</p>
        <p class="quiet">{t('bundle.onlyOwn')}</p>
      </header>
      <Show
        when={props.of.choices.length > 0}
        fallback={<EmptyState icon="ring" title={t('bundle.nothing')} />}
      >
        <section class={styles.part}>
          <For each={can()}>
            {(choice) => (
              <Choice choice={choice} agencies={props.of.agencies} chosen={chosen()} onChange={setChosen} />
            )}
          </For>
        </section>
        <Show when={cannot().length > 0}>
          <section class={styles.part}>
            <h2>{t('bundle.notAlong')}</h2>
            <For each={cannot()}>
              {(choice) => (
                <div class={styles.choice}>
                  <h3>{titleOf(choice)}</h3>
                  <Show when={authorWords(choice)}>{(words) => <p class="quiet">{words()}</p>}</Show>
                  <p>{t(`bundle.why.${choice.why ?? 'no-ground'}`)}</p>
                </div>
              )}
            </For>
            <Show
              when={mayRecord() && cannot().some(({ why }) => why === 'no-ground' || why === 'not-enough')}
            >
              <div>
                <Button onClick={() => setRecording('allow')}>{t('bundle.record')}</Button>
              </div>
            </Show>
          </section>
        </Show>
        <Show when={can().length > 0}>
          <div class={styles.days}>
            <TextInput
              label={t('bundle.days')}
              hint={t('bundle.daysHint')}
              inputmode="numeric"
              maxLength={2}
              value={days()}
              onInput={(text) => setDays(text.replace(/\D/g, ''))}
              error={tried() && daysWrong() ? t('bundle.needDays') : undefined}
            />
          </div>
          <Show when={tried() && sent().length === 0}>
            <ErrorNotice>{t('bundle.needItem')}</ErrorNotice>
          </Show>
          <div>
            <Button kind="primary" onClick={look}>
              {t('bundle.look')}
            </Button>
          </div>
        </Show>
      </Show>
      <RecordGroundDialog
        effect={recording()}
        to={owner()}
        onClose={() => {
          setRecording(undefined);
          props.onLookAgain();
        }}
      />
      <Show when={looking()}>
        <BundlePreview
          consultationId={props.consultationId}
          caseId={caseId()}
          service={service()}
          agencies={props.of.agencies}
          days={number()}
          sent={sent()}
          onClose={() => setLooking(false)}
          onLookAgain={props.onLookAgain}
          onSent={() => {
            void queries.invalidateQueries({ queryKey: consultationsKey });
            navigate(`/consultations/${props.consultationId}`);
          }}
        />
      </Show>
    </div>
  );
}

/** A text with each of its fields, which can be left out one by one. */
function Choice(props: {
  choice: BundleChoice;
  agencies: Choices['agencies'];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}): JSX.Element {
  const names = () => props.chosen[keyOf(props.choice)];
  const without = () => props.agencies.filter((one) => props.choice.withoutAgencyIds.includes(one.id));
  const filled = () => props.choice.fields.filter(({ text }) => text.trim() !== '');
  return (
    <div class={styles.choice}>
      <Checkbox
        label={<strong>{titleOf(props.choice)}</strong>}
        hint={authorWords(props.choice) || undefined}
        checked={names() !== undefined}
        onChange={(on) => props.onChange(toggled(props.chosen, props.choice, on))}
      />
      <div class={styles.kept}>
        <Show
          when={props.choice.kind !== 'child' && filled().length > 1}
          fallback={<FieldList fields={filled()} />}
        >
          <fieldset class={styles.part}>
            <legend class="visually-hidden">{`${t('bundle.fields')}: ${titleOf(props.choice)}`}</legend>
            <For each={filled()}>
              {(field) => (
                <Checkbox
                  label={
                    <>
                      <span class="quiet">{fieldLabel(field.name)}</span>
                      <span class={styles.words}> {fieldText(field)}</span>
                    </>
                  }
                  checked={names()?.includes(field.name) ?? false}
                  onChange={(on) => props.onChange(withField(props.chosen, props.choice, field.name, on))}
                />
              )}
            </For>
          </fieldset>
        </Show>
        <Show when={without().length > 0}>
          <Notice tone="amber">
            {t('bundle.without', { agencies: without().map(agencyName).join(', ') })}
          </Notice>
        </Show>
        <Show when={props.choice.groundUntil}>
          {(until) => <p class="quiet">{t('bundle.groundUntil', { date: date(until()) })}</p>}
        </Show>
      </div>
    </div>
  );
}
