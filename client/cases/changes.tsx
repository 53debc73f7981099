// What changed in the case since the last visit: who did what, when.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { activityArea, activityWords } from './activity-words.ts';
import { useCase } from './case-room.tsx';
import styles from './overview.module.css';
import { memberOf } from './workspace.ts';

type Happening = Workspace['activities'][number];
const atFirst = 6;

/** Of others, after the last visit, newest first; the latest of all where nothing is new. */
export const changesFor = (
  { activities, lastVisitAt }: Pick<Workspace, 'activities' | 'lastVisitAt'>,
  personId: string | undefined,
): { readonly fresh: boolean; readonly rows: readonly Happening[] } => {
  const newestFirst = [...activities].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  const fresh = newestFirst.filter(
    (one) => one.personId !== personId && (lastVisitAt === null || one.at > lastVisitAt),
  );
  return fresh.length > 0 ? { fresh: true, rows: fresh } : { fresh: false, rows: newestFirst };
};

export function Changes(): JSX.Element {
  const { workspace, me } = useCase();
  const [all, setAll] = createSignal(false);
  const changes = createMemo(() => changesFor(workspace(), me()));
  const shown = () => (all() ? changes().rows : changes().rows.slice(0, atFirst));
  return (
    <Show when={changes().rows.length > 0}>
      <Section title={t(changes().fresh && me() !== '' ? 'cases.changedTitle' : 'cases.latestTitle')}>
        <Rows>
          <For each={shown()}>
            {(one) => {
              const who = () => memberOf(workspace(), one.personId);
              return (
                <Row end={<time class="quiet">{when(one.at, new Date())}</time>}>
                  <p>
                    <strong>{who()?.givenName ?? ''}</strong> {activityWords(one)}{' '}
                    <Show when={activityArea(one)}>{(area) => <em class={styles.area}>{area()}</em>}</Show>
                  </p>
                  <AgencyMark kind={who()?.agencyKind ?? 'family'} />
                </Row>
              );
            }}
          </For>
        </Rows>
        <Show when={!all() && changes().rows.length > atFirst}>
          <div>
            <Button kind="quiet" size="small" onClick={() => setAll(true)}>
              {t('cases.showAll', { count: changes().rows.length })}
            </Button>
          </div>
        </Show>
      </Section>
    </Show>
  );
}
