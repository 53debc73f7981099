// How a team discusses a case: the phases of each kind of its meetings. Kept as it is typed, and used from the press on, in the meetings
// that are convened after it.
import { A, useSearchParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { meetingKinds } from '../../../shared/meeting.ts';
import { Answered } from '../../api/answered.tsx';
import { t } from '../../i18n/index.ts';
import { Page } from '../../shell/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PhasesForm } from './phases-form.tsx';
import styles from './team.module.css';
import { useTemplates } from './team-query.ts';

export function PhasesPage(props: { teamId: string }): JSX.Element {
  const query = useTemplates(() => props.teamId);
  const [search, setSearch] = useSearchParams<{ kind?: string }>();
  const kind = () => meetingKinds.find((one) => one === search.kind) ?? 'weekly';
  return (
    <Page
      title={t('teamMeetings.phases')}
      windowTitle={t('teamMeetings.phases')}
      path={
        <>
          <A href="/meetings">{t('meeting.path')}</A>
          <Show when={query.isSuccess && query.data}>{(read) => <span>{read().teamName}</span>}</Show>
        </>
      }
      facts={t('teamMeetings.phasesLead')}
    >
      <Answered query={query}>
        {(read) => (
          <div class={styles.page}>
            <div class={styles.kind}>
              <Select
                label={t('meeting.kind')}
                value={kind()}
                options={meetingKinds.map((value) => ({ value, label: t(`meetingKind.${value}`) }))}
                onChange={(value) => setSearch({ kind: value }, { replace: true })}
              />
            </div>
            {/* Each kind has a form of its own. */}
            <Show when={kind()} keyed>
              {(shown) => (
                <Show when={read().templates.find((one) => one.kind === shown)}>
                  {(template) => <PhasesForm teamId={props.teamId} template={template()} />}
                </Show>
              )}
            </Show>
          </div>
        )}
      </Answered>
    </Page>
  );
}
