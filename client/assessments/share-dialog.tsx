// Sharing is a deliberate act: first who will see it, then the button. The choices are in plain words; what is lawful
// the server says.
import { useQuery } from '@tanstack/solid-query';
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { type Audience, type Entry, getDefaultAudience, shareEntry } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { useCase } from '../cases/case-room.tsx';
import { GroundStep, type Way } from '../cases/ground-step.tsx';
import { locale, t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { SeenBy } from '../ui/paper.tsx';
import { showToast } from '../ui/toast.tsx';
import { desk } from '../writing/start.ts';
import { agencyChoices, familyChoices, isComplete, tidy } from './audience.ts';
import { Losing, MissingGrounds, ReaderNames, type Readers, TellsWhere, useReaders } from './readers.tsx';
import styles from './share-dialog.module.css';
import { TextAs } from './text-as.tsx';

const toggled = (ids: readonly string[], id: string, on: boolean): string[] =>
  on ? [...new Set([...ids, id])] : ids.filter((one) => one !== id);

/** The audience is chosen; on the way, a missing ground is recorded or the text looked at with somebody else's eyes. */
type Step = { name: 'audience' } | { name: 'ground'; agency: string; way: Way } | { name: 'as' };

/** From the narrowest to the widest, as the author may choose; private is what taking back makes it. */
type ShownScope = 'everyone' | 'agencies' | 'agency' | 'team';
const shownScope = ({ scope }: Audience): ShownScope => (scope === 'private' ? 'agency' : scope);

export function ShareDialog(props: {
  entry: Entry;
  open: boolean;
  title: string;
  onClose: () => void;
}): JSX.Element {
  const room = useCase();
  const [chosen, setChosen] = createSignal<Audience>();
  const [step, setStep] = createSignal<Step>({ name: 'audience' });
  /** The systemic team is the home agency's; its entries alone can be for it. */
  const hasTeam = () => props.entry.ownerAgencyId === room.workspace().case.ownerAgencyId;
  const back = () => setStep({ name: 'audience' });
  const mayRecord = () => room.workspace().case.can.includes('record-ground');
  const sending = createSending();
  const shared = () => props.entry.state === 'shared';
  const usual = useQuery(() => ({
    queryKey: ['default-audience', props.entry.id],
    queryFn: () => call(getDefaultAudience, { params: { entryId: props.entry.id } }),
    enabled: props.open && !shared(),
    staleTime: 0,
  }));
  createEffect(
    on([() => props.open, () => usual.data], ([open, lawful]) => {
      sending.forget();
      if (!open) {
        setChosen(undefined);
        setStep({ name: 'audience' });
      } else if (shared()) setChosen((now) => now ?? { ...props.entry.audience });
      else if (lawful) setChosen((now) => now ?? { ...lawful });
    }),
  );
  const now = new Date().toISOString();
  const agencies = createMemo(() => agencyChoices(room.workspace(), props.entry, now));
  const family = createMemo(() => familyChoices(room.workspace(), props.entry, now));
  const asked = createMemo(() => {
    const audience = chosen();
    return props.open && audience && isComplete(audience) ? tidy(audience) : undefined;
  });
  const readers = useReaders(() => props.entry.id, asked);
  const change = (part: Partial<Audience>) => setChosen((one) => one && { ...one, ...part });

  const share = async () => {
    const audience = asked();
    if (!audience) return;
    const body = { version: props.entry.version, audience };
    const done = await sending.send(body, async (key) => {
      await desk()?.settle(8_000);
      await call(shareEntry, { params: { entryId: props.entry.id }, body, key });
    });
    if (!done) return;
    showToast(t('assessment.sharedNow', { count: readers.data?.people.length ?? 0 }));
    props.onClose();
  };

  const titleOf = () => {
    const now = step();
    return now.name === 'ground' ? t('sharing.recordFor', { agency: now.agency }) : props.title;
  };
  const recordFor = (one: Readers['missing'][number]) =>
    setStep({
      name: 'ground',
      agency: locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi,
      way: { from: one.fromAgencyId, to: one.toAgencyId, dataClass: one.dataClass },
    });
  const way = () => {
    const now = step();
    return now.name === 'ground' ? now.way : undefined;
  };

  return (
    <Dialog
      open={props.open}
      title={titleOf()}
      size="wide"
      onClose={() => props.onClose()}
      actions={
        <Show when={step().name === 'audience'}>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            icon="share"
            busy={sending.busy()}
            disabled={!asked()}
            onClick={() => void share()}
          >
            {t(shared() ? 'assessment.changeAudience' : 'assessment.share')}
          </Button>
        </Show>
      }
    >
      <Show when={way()} keyed>
        {(one) => <GroundStep way={one} onDone={back} onBack={back} />}
      </Show>
      <Show when={step().name === 'as'}>
        <TextAs entry={props.entry} readers={readers.data} onBack={back} />
      </Show>
      <Show
        when={step().name === 'audience' ? chosen() : undefined}
        fallback={
          <Show when={step().name === 'audience'}>
            <Skeleton lines={6} />
          </Show>
        }
      >
        {(audience) => (
          <div class={styles.sharing}>
            <div class={styles.choices}>
              <RadioGroup
                label={t('assessment.whoMayRead')}
                value={shownScope(audience())}
                options={[
                  ...(hasTeam()
                    ? [
                        {
                          value: 'team' as const,
                          label: t('assessment.scopeTeam'),
                          hint: t('assessment.scopeTeamHint'),
                        },
                      ]
                    : []),
                  {
                    value: 'agency',
                    label: t(session()?.family ? 'assessment.scopeHome' : 'assessment.scopeAgency'),
                  },
                  {
                    value: 'agencies',
                    label: t('assessment.scopeAgencies'),
                    disabled: agencies().length === 0,
                  },
                  {
                    value: 'everyone',
                    label: t('assessment.scopeEveryone'),
                    hint: t('assessment.scopeEveryoneHint'),
                  },
                ]}
                onChange={(scope) => change({ scope })}
              />
              <Show when={audience().scope === 'agencies'}>
                <div class={styles.nested}>
                  <For each={agencies()}>
                    {(one) => (
                      <Checkbox
                        label={locale() === 'sv' ? one.nameSv : one.nameFi}
                        checked={audience().agencyIds.includes(one.id)}
                        onChange={(on) => change({ agencyIds: toggled(audience().agencyIds, one.id, on) })}
                      />
                    )}
                  </For>
                </div>
              </Show>
              <RadioGroup
                label={t('assessment.toFamily')}
                hint={t('assessment.toFamilyHint')}
                value={audience().familyScope}
                options={[
                  { value: 'none', label: t('assessment.familyNone') },
                  { value: 'chosen', label: t('assessment.familyChosen'), disabled: family().length === 0 },
                  { value: 'all', label: t('assessment.familyAll') },
                ]}
                onChange={(familyScope) => change({ familyScope })}
              />
              <Show when={audience().familyScope === 'chosen'}>
                <div class={styles.nested}>
                  <For each={family()}>
                    {(one) => (
                      <Checkbox
                        label={`${one.name}, ${t(`memberRole.${one.role}`)}`}
                        checked={audience().familyIds.includes(one.personId)}
                        onChange={(on) =>
                          change({ familyIds: toggled(audience().familyIds, one.personId, on) })
                        }
                      />
                    )}
                  </For>
                </div>
              </Show>
            </div>
            <section class={styles.preview} aria-live="polite">
              <h3>{t('assessment.willSee')}</h3>
              <Show when={asked()} fallback={<p class="quiet">{t('assessment.chooseSomebody')}</p>}>
                <Show when={readers.data} fallback={<Skeleton lines={3} />}>
                  {(data) => (
                    <>
                      <SeenBy people={data().people.length} agencies={data().agencies} />
                      <Show when={data().people.filter((one) => one.gains).length}>
                        {(count) => <p>{t('sharing.gains', { count: count() })}</p>}
                      </Show>
                      <ReaderNames readers={data()} marks />
                      <Losing readers={data()} />
                      <TellsWhere places={data().tellsWhere} />
                      <MissingGrounds
                        missing={data().missing}
                        onRecord={mayRecord() ? recordFor : undefined}
                      />
                      <p class="quiet">{t('assessment.knowOf')}</p>
                      <div>
                        <Button size="small" icon="eye" onClick={() => setStep({ name: 'as' })}>
                          {t('sharing.textAs')}
                        </Button>
                      </div>
                    </>
                  )}
                </Show>
              </Show>
            </section>
          </div>
        )}
      </Show>
      <Show when={sending.problem() ?? usual.error}>
        {(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}
      </Show>
    </Dialog>
  );
}
