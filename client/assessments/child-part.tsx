// The child's view: verbatim, how and where it was heard, who may read it by the child's own word; or why it is absent.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { Quote } from '../ui/paper.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { LiveChoice, LiveDate, LiveLine, LiveScale } from '../writing/small-fields.tsx';
import { AuthorLine } from './author-line.tsx';
import styles from './child-part.module.css';
import { Comments } from './comments.tsx';
import { OwnActions } from './own-actions.tsx';
import { DraftNote } from './own-contribution.tsx';
import parts from './parts.module.css';
import { addressFor, startOf, useAssessment } from './room.ts';
import { childViewsOf } from './views.ts';
import { textIn } from './written.tsx';

function Reading(props: { entry: Entry }): JSX.Element {
  const room = useAssessment();
  const heard = () =>
    [
      textIn(props.entry, 'heardOn') && date(textIn(props.entry, 'heardOn')),
      textIn(props.entry, 'where'),
      textIn(props.entry, 'how'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <article class={parts.block}>
      <AuthorLine
        personIds={props.entry.authorIds}
        note={
          <Show when={props.entry.sharedAt}>
            {(at) => <>{t('assessment.sharedOn', { date: date(at()) })}</>}
          </Show>
        }
      />
      <Show
        when={textIn(props.entry, 'verbatim').trim() !== ''}
        fallback={
          <Notice title={t('assessment.childAbsent', { name: room.workspace().case.childGivenName })}>
            {textIn(props.entry, 'absence')}
          </Notice>
        }
      >
        <Quote size="large" source={heard()}>
          {textIn(props.entry, 'verbatim')}
        </Quote>
      </Show>
      <Comments parent={props.entry} />
    </article>
  );
}

function Heard(props: { entry: Entry | undefined; address: ReturnType<typeof addressFor> }): JSX.Element {
  const room = useAssessment();
  const name = () => room.workspace().case.childGivenName;
  const at = (field: string) => ({ entry: props.entry, address: props.address(field), field });
  return (
    <>
      <div class={styles.verbatim}>
        <LiveField
          {...at('verbatim')}
          label={t('assessment.verbatim', { name: name() })}
          hint={t('assessment.verbatimHint')}
          rows={4}
        />
      </div>
      <div class={parts.pairs}>
        <LiveDate {...at('heardOn')} label={t('assessment.heardOn')} max={isoDay(new Date())} />
        <LiveLine {...at('where')} label={t('assessment.heardWhere')} />
      </div>
      <LiveLine {...at('how')} label={t('assessment.heardHow')} hint={t('assessment.heardHowHint')} />
      <Disclosure summary={t('assessment.childScales', { name: name() })}>
        <div class={parts.scales}>
          <For each={room.assessment().areas}>
            {(area) => <LiveScale {...at(`scale.${area}`)} label={t(`lifeArea.${area}`)} agency="family" />}
          </For>
        </div>
      </Disclosure>
      <section class={parts.group}>
        <h3>{t('assessment.whoMayReadChild')}</h3>
        <p class="quiet">{t('assessment.whoMayReadChildLead', { name: name() })}</p>
        <LiveField
          {...at('asked')}
          label={t('assessment.childSaid', { name: name() })}
          hint={t('assessment.teamOnly')}
          look="plain"
          rows={2}
        />
        <LiveChoice
          {...at('mayRead')}
          label={t('assessment.mayRead')}
          options={[
            { value: 'nobody', label: t('assessment.mayReadNobody') },
            { value: 'professionals', label: t('assessment.mayReadProfessionals') },
            { value: 'guardians', label: t('assessment.mayReadGuardians') },
            { value: 'both', label: t('assessment.mayReadBoth') },
          ]}
        />
        <LiveField
          {...at('safetyCheck')}
          label={t('assessment.safetyCheck')}
          hint={t('assessment.safetyCheckHint')}
          look="plain"
          rows={2}
        />
      </section>
    </>
  );
}

/** The reader's own record of hearing the child, written or still empty. */
function Own(props: { entry: Entry | undefined }): JSX.Element {
  const room = useAssessment();
  const address = addressFor(
    () => props.entry,
    () => startOf(room, 'child-view'),
  );
  const [chosen, setChosen] = createSignal<'heard' | 'absent'>();
  const mode = () => {
    const one = props.entry;
    return (
      chosen() ??
      (one && textIn(one, 'absence') !== '' && textIn(one, 'verbatim') === '' ? 'absent' : 'heard')
    );
  };
  const name = () => room.workspace().case.childGivenName;
  return (
    <article class={parts.own} data-state={props.entry?.state ?? 'draft'}>
      <AuthorLine
        personIds={props.entry?.authorIds ?? [room.me()]}
        own
        note={<Show when={props.entry}>{(one) => <DraftNote entry={one()} />}</Show>}
      />
      <RadioGroup
        label={t('assessment.heardOrNot', { name: name() })}
        value={mode()}
        options={[
          { value: 'heard', label: t('assessment.wasHeard') },
          { value: 'absent', label: t('assessment.wasNotHeard') },
        ]}
        onChange={setChosen}
      />
      <Show
        when={mode() === 'heard'}
        fallback={
          <LiveField
            entry={props.entry}
            address={address('absence')}
            field="absence"
            label={t('assessment.absence')}
            hint={t('assessment.absenceHint')}
          />
        }
      >
        <Heard entry={props.entry} address={address} />
      </Show>
      <Show when={props.entry}>
        {(one) => (
          <>
            <OwnActions
              entry={one()}
              label={t('assessment.shareChild', { name: name() })}
              title={t('assessment.shareChildQuestion', { name: name() })}
            />
            <Show when={one().state !== 'draft'}>
              <Comments parent={one()} />
            </Show>
          </>
        )}
      </Show>
    </article>
  );
}

export function ChildPart(): JSX.Element {
  const room = useAssessment();
  const views = createMemo(() => childViewsOf(room.workspace(), room.assessment().id));
  const own = createMemo(() => views().find((one) => one.authorIds.includes(room.me())));
  const written = () => own()?.can.includes('write') ?? false;
  const read = createMemo(() => views().filter((one) => !written() || one.id !== own()?.id));
  const mayBegin = () => own() === undefined && room.assessment().can.includes('record-view');
  // Somebody has heard the child already: another record is a deliberate choice.
  const [another, setAnother] = createSignal(false);
  const name = () => room.workspace().case.childGivenName;
  return (
    <>
      <For each={read()}>{(one) => <Reading entry={one} />}</For>
      <Show
        when={written() || (mayBegin() && (another() || read().length === 0))}
        fallback={
          <>
            <Show when={read().length === 0}>
              <p class={`${parts.block} ${parts.nothing}`}>{t('assessment.childNotYet', { name: name() })}</p>
            </Show>
            <Show when={mayBegin()}>
              <div class={parts.block}>
                <div class={parts.actions}>
                  <Button icon="plus" onClick={() => setAnother(true)}>
                    {t('assessment.childAgain')}
                  </Button>
                </div>
              </div>
            </Show>
          </>
        }
      >
        <Own entry={own()} />
      </Show>
    </>
  );
}
