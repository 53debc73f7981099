// The assessment's room: its parts at the left, the sheet in the middle, the views side by side at the right. On a
// phone the parts are a list and each opens a sheet of its own.
import { A, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js';
import type { Assessment } from '../../shared/assessments.ts';
import { useCase } from '../cases/case-room.tsx';
import { clockState } from '../cases/clock-words.ts';
import { isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useCaseLive } from '../live/index.ts';
import { Page } from '../shell/page.tsx';
import { announce } from '../ui/announcer.tsx';
import { Icon } from '../ui/icon.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { WritingRoomContext } from '../writing/room.ts';
import { SavedLine } from '../writing/saved-line.tsx';
import { AreaPart } from './area-part.tsx';
import styles from './assessment-page.module.css';
import { ChildPart } from './child-part.tsx';
import { ParentsPart } from './parents-part.tsx';
import { AssessmentRoomContext, useAssessment } from './room.ts';
import { SectionList, sectionName } from './section-list.tsx';
import { currentAssessment, firstSection, type Section, sectionOf } from './sections.ts';
import { SignaturesPart } from './signatures-part.tsx';
import { SynthesisPart } from './synthesis-part.tsx';
import { TextPart } from './text-part.tsx';
import { VersionText } from './version-text.tsx';
import { ViewsBeside } from './views-beside.tsx';

function Due(props: { assessment: Assessment }): JSX.Element {
  const state = () => clockState(props.assessment.ready, isoDay(new Date()));
  return (
    <p class={styles.due} data-state={state().state}>
      <span>{t('deadline.ready')}</span>
      <strong class="numbers">{date(props.assessment.ready.dueOn)}</strong>
      <progress
        max={1}
        value={state().elapsed}
        aria-label={t('time.elapsed', { percent: Math.round(state().elapsed * 100) })}
      />
    </p>
  );
}

function Sheet(props: { section: Section }): JSX.Element {
  const room = useAssessment();
  const area = () => ('area' in props.section ? props.section.area : undefined);
  const part = () => ('part' in props.section ? props.section.part : undefined);
  return (
    <section class={styles.sheet} aria-labelledby="assessment-section">
      <header class={styles.title}>
        <h2 id="assessment-section" tabindex="-1">
          {sectionName(props.section, room.workspace().case.childGivenName)}
        </h2>
      </header>
      <Switch>
        <Match when={area()} keyed>
          {(one) => <AreaPart area={one} />}
        </Match>
        <Match when={part() === 'situation'}>
          <TextPart
            kind="situation"
            mayWrite={room.assessment().can.includes('synthesize')}
            fields={[{ field: 'narrative', label: t('assessment.situation') }]}
            empty={t('assessment.situationEmpty')}
            placeholder={t('assessment.situationPlaceholder')}
          />
        </Match>
        <Match when={part() === 'child-view'}>
          <ChildPart />
        </Match>
        <Match when={part() === 'parent-views'}>
          <ParentsPart />
        </Match>
        <Match when={part() === 'synthesis'}>
          <SynthesisPart />
        </Match>
        <Match when={part() === 'signatures'}>
          <SignaturesPart />
        </Match>
      </Switch>
    </section>
  );
}

function Room(props: { assessment: Assessment }): JSX.Element {
  const { workspace, caseId, base, me } = useCase();
  const [search] = useSearchParams<{ area?: string; part?: string; version?: string }>();
  const live = useCaseLive(caseId());
  const asked = createMemo(() => sectionOf(search.area, search.part));
  const section = createMemo(() => asked() ?? firstSection(workspace(), props.assessment, me()));
  const version = () => search.version;
  const here = (at: { entryId: string; field: string; writing: boolean } | null) =>
    live.reportPlace(caseId(), {
      view: version() ? 'version' : 'assessment',
      entryId: at?.entryId ?? null,
      field: at?.field ?? null,
      writing: at?.writing ?? false,
    });
  createEffect(on([section, version], () => here(null)));
  // From another part the reader starts at its heading, as after any link.
  createEffect(
    on(
      section,
      (now) => {
        window.scrollTo({ top: 0 });
        document.getElementById('assessment-section')?.focus({ preventScroll: true });
        announce(sectionName(now, workspace().case.childGivenName));
      },
      { defer: true },
    ),
  );
  onCleanup(() => live.reportPlace(caseId(), { view: 'case', entryId: null, field: null, writing: false }));
  const head = () => workspace().case;
  return (
    <AssessmentRoomContext.Provider
      value={{
        workspace,
        assessment: () => props.assessment,
        section,
        me,
        presence: () => [...live.people(caseId()).values()],
      }}
    >
      <WritingRoomContext.Provider value={{ alternatives: () => workspace().alternatives, onPlace: here }}>
        <Page
          title={t('assessment.title')}
          windowTitle={`${t('assessment.title')} ${head().number}`}
          path={
            <A href={base()}>
              {head().childGivenName} · <span class="numbers">{head().number}</span>
            </A>
          }
          actions={
            <div class={styles.head}>
              <SavedLine />
              <Show
                when={props.assessment.status === 'open'}
                fallback={
                  <span class={styles.sealed}>
                    <Icon name="lock" size={16} />
                    {t('assessment.sealedShort')}
                  </span>
                }
              >
                <Due assessment={props.assessment} />
              </Show>
            </div>
          }
        >
          <div class={styles.room} data-chosen={asked() || version() ? '' : undefined}>
            <SectionList chosen={version() ? undefined : section()} />
            <div class={styles.middle}>
              <a href="?" class={styles.back}>
                <Icon name="arrow-left" size={16} />
                {t('assessment.sections')}
              </a>
              <Show when={version()} fallback={<Sheet section={section()} />} keyed>
                {(id) => (
                  <div class="sheet">
                    <VersionText caseId={caseId()} versionId={id} />
                  </div>
                )}
              </Show>
            </div>
            <Show when={!version()}>
              <ViewsBeside />
            </Show>
          </div>
        </Page>
      </WritingRoomContext.Provider>
    </AssessmentRoomContext.Provider>
  );
}

export function AssessmentPage(): JSX.Element {
  const { workspace, base } = useCase();
  const assessment = createMemo(() => currentAssessment(workspace()));
  return (
    <Show
      when={assessment()}
      fallback={
        <Page title={t('assessment.title')} path={<A href={base()}>{workspace().case.number}</A>}>
          <EmptyState title={t('assessment.noneTitle')}>{t('assessment.noneDetail')}</EmptyState>
        </Page>
      }
    >
      {(one) => <Room assessment={one()} />}
    </Show>
  );
}
