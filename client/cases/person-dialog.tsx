// Somebody of the ring, when pressed: who they are, since when and on which ground they take part.
import { A } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { RingPerson } from '../ui/ring/ring-data.ts';
import { useCase } from './case-room.tsx';
import { groundsFor } from './ground-words.ts';
import { memberAgency, roleIn } from './members-words.ts';

export function PersonDialog(props: { person: RingPerson | undefined; onClose: () => void }): JSX.Element {
  const { workspace } = useCase();
  const member = createMemo(() => workspace().members.find((one) => one.id === props.person?.id));
  return (
    <Dialog
      open={props.person !== undefined}
      title={member()?.name ?? props.person?.name ?? ''}
      onClose={props.onClose}
    >
      <Show
        when={member()}
        fallback={
          <p>
            {props.person?.role} · {t('cases.ringNoSignIn')}
          </p>
        }
      >
        {(one) => (
          <>
            <p>
              {roleIn(workspace(), one())}
              <br />
              <AgencyMark kind={one().agencyKind ?? 'family'} word={memberAgency(one())} />
            </p>
            <p class="quiet">
              {t('members.since', { date: date(one().startsAt) })}
              <Show when={one().endsAt}>
                {(ends) => <> · {t('members.until', { date: date(lastDay(ends())) })}</>}
              </Show>
            </p>
            <Show when={groundsFor(workspace(), one())}>{(words) => <p class="quiet">{words()}</p>}</Show>
            <p>
              <A href={`/cases/${workspace().case.id}/sharing`}>{t('cases.sharing')}</A>
            </p>
          </>
        )}
      </Show>
    </Dialog>
  );
}
