// The family's own page: what this is, who is involved, what happens next, what there is to read, and a place for one's
// own words. In plain language; to the child in short sentences.
import { A, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, For, type JSX, on, onCleanup, Show } from 'solid-js';
import type { Assessment } from '../../shared/assessments.ts';
import { AssessmentRoomContext } from '../assessments/room.ts';
import { currentAssessment } from '../assessments/sections.ts';
import { VersionText } from '../assessments/version-text.tsx';
import { useCase } from '../cases/case-room.tsx';
import { memberWords } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';
import { useCaseLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { AgreedSteps } from '../steps/steps-part.tsx';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Avatar, initialsOf } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { WritingRoomContext } from '../writing/room.ts';
import { SavedLine } from '../writing/saved-line.tsx';
import styles from './family.module.css';
import { FromMeetings } from './from-meetings.tsx';
import { HeardPart } from './heard-part.tsx';
import { NextSteps } from './next-steps.tsx';
import { OwnWords } from './own-words.tsx';
import { ReleasedTexts } from './released-texts.tsx';
import { SignedVersions } from './signed-versions.tsx';

export const isChild = (): boolean => session()?.familyRole === 'child';

function People(): JSX.Element {
  const { workspace, base } = useCase();
  const now = new Date().toISOString();
  const people = createMemo(() =>
    workspace().members.filter((one) => one.endsAt === null || one.endsAt > now),
  );
  return (
    <section class={styles.part}>
      <h2>{t('family.peopleTitle')}</h2>
      <ul class={styles.people}>
        <For each={people()}>
          {(one) => (
            <li>
              <Avatar initials={initialsOf(one.name)} agency={one.agencyKind ?? 'family'} />
              <span>
                <strong>{one.name}</strong>
                <span class="quiet">
                  {one.personId === session()?.personId ? t('family.peopleYou') : memberWords(one)}
                </span>
                <Show when={one.agencyKind}>{(kind) => <AgencyMark kind={kind()} />}</Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <p>
        <A class={styles.iconLink ?? ''} href={`${base()}/sharing`}>
          <Icon name="eye" size={16} /> {t('sharing.mineLink')}
        </A>
      </p>
    </section>
  );
}

function Matter(props: { assessment: Assessment | undefined }): JSX.Element {
  const { workspace } = useCase();
  const name = () => workspace().case.childGivenName;
  return (
    <Page
      title={isChild() ? t('family.titleChild') : t('family.titleGuardian', { name: name() })}
      windowTitle={t('shell.myMatters')}
      actions={<SavedLine />}
    >
      <div class={styles.matter}>
        <p class={styles.lead}>
          {isChild() ? t('family.whatChild') : t('family.whatGuardian', { name: name() })}
        </p>
        <NextSteps assessment={props.assessment} />
        <AgreedSteps workspace={workspace()} me={session()?.personId ?? ''} />
        <FromMeetings />
        <HeardPart />
        <Show when={props.assessment}>
          <ReleasedTexts />
          <OwnWords />
          <SignedVersions />
        </Show>
        <People />
      </div>
    </Page>
  );
}

function OneVersion(props: { id: string }): JSX.Element {
  const { caseId } = useCase();
  return (
    <Page
      title={t('family.signedTitle')}
      windowTitle={t('shell.myMatters')}
      path={
        <A href={`/cases/${caseId()}`}>
          <Icon name="arrow-left" size={16} /> {t('family.backToMatter')}
        </A>
      }
    >
      <div class={`sheet ${styles.matter}`}>
        <VersionText caseId={caseId()} versionId={props.id} />
      </div>
    </Page>
  );
}

export function FamilyPage(): JSX.Element {
  const { workspace, caseId } = useCase();
  const [search] = useSearchParams<{ version?: string }>();
  const live = useCaseLive(caseId());
  const assessment = createMemo(() => currentAssessment(workspace()));
  const here = (at: { entryId: string; field: string; writing: boolean } | null) =>
    live.reportPlace(caseId(), {
      view: search.version ? 'version' : 'case',
      entryId: at?.entryId ?? null,
      field: at?.field ?? null,
      writing: at?.writing ?? false,
    });
  createEffect(
    on(
      () => search.version,
      () => here(null),
    ),
  );
  onCleanup(() => here(null));
  const page = () => (
    <Show when={search.version} fallback={<Matter assessment={assessment()} />} keyed>
      {(id) => <OneVersion id={id} />}
    </Show>
  );
  return (
    <WritingRoomContext.Provider value={{ alternatives: () => workspace().alternatives, onPlace: here }}>
      <Show when={assessment()} fallback={page()}>
        {(one) => (
          <AssessmentRoomContext.Provider
            value={{
              workspace,
              assessment: one,
              section: () => ({ part: 'situation' }),
              me: () => session()?.personId ?? '',
              presence: () => [...live.people(caseId()).values()],
            }}
          >
            {page()}
          </AssessmentRoomContext.Provider>
        )}
      </Show>
    </WritingRoomContext.Provider>
  );
}
