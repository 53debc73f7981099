// The family's own form of "Sharing and log": who gets to know what and why, one's own consents with their end at hand, who
// has looked and to whom it was given. In plain words.
import { A } from '@solidjs/router';
import { createEffect, createMemo, For, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { useCase } from '../cases/case-room.tsx';
import { memberWords } from '../cases/members-words.ts';
import familyStyles from '../family/family.module.css';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Log } from './log.tsx';
import { OwnConsents } from './own-consents.tsx';
import styles from './sharing.module.css';
import { useSharing } from './sharing.ts';
import { AgencySees, FamilySees } from './who-sees.tsx';

export function FamilySharingPage(): JSX.Element {
  const { workspace, caseId, base } = useCase();
  const live = useLive();
  createEffect(() =>
    live.reportPlace(caseId(), { view: 'people', entryId: null, field: null, writing: false }),
  );
  const sharing = useSharing();
  const worker = createMemo(() => workspace().members.find((one) => one.role === 'responsible'));
  const between = () => sharing.data?.agencies.filter((one) => one.of.length > 0) ?? [];
  return (
    <Page
      title={t('sharing.mineTitle')}
      windowTitle={t('shell.myMatters')}
      path={<A href={base()}>{t('family.backToMatter')}</A>}
    >
      <div class={familyStyles.matter}>
        <p class={familyStyles.lead}>
          {t(session()?.familyRole === 'child' ? 'sharing.mineLeadChild' : 'sharing.mineLead')}
        </p>
        <Show when={sharing.error}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
        <Show when={sharing.data} fallback={<Skeleton lines={8} />}>
          {(data) => (
            <>
              <section class={familyStyles.part}>
                <h2>{t('sharing.seesTitle')}</h2>
                <Show when={between().length > 0} fallback={<p>{t('sharing.alone')}</p>}>
                  <p>{t('sharing.seesLead')}</p>
                  <For each={between()}>{(one) => <AgencySees agency={one} all={data().agencies} />}</For>
                </Show>
                <article class={styles.agency}>
                  <h3>
                    <AgencyMark kind="family" word={t('sharing.familyTitle')} />
                  </h3>
                  <FamilySees family={data().family} />
                </article>
              </section>
              <section class={familyStyles.part}>
                <h2>{t('sharing.mineConsents')}</h2>
                <OwnConsents ids={data().own} />
                <Show when={worker()}>
                  {(one) => (
                    <p class="quiet">
                      {t('sharing.mineAsk', { name: one().name, role: memberWords(one()) })}
                    </p>
                  )}
                </Show>
              </section>
            </>
          )}
        </Show>
        <section class={familyStyles.part}>
          <h2>{t('sharing.mineLog')}</h2>
          <p>{t('sharing.mineLogLead')}</p>
          <Log />
        </section>
      </div>
    </Page>
  );
}
