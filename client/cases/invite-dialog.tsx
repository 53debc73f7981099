// Inviting somebody: first who, then as what and on which ground, and in plain words what they will see.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { inviteMember } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCase } from './case-room.tsx';
import { beginInvitation, type Invitable, type Invitation, inviteBody, missingIn } from './invitation.ts';
import { InviteForm } from './invite-form.tsx';
import { PersonSearch } from './person-search.tsx';
import { workspaceKey } from './workspace.ts';

export function InviteDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { workspace, caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const home = () => workspace().case.ownerAgencyId;
  const [person, setPerson] = createSignal<Invitable>();
  const [invitation, setInvitation] = createSignal<Invitation>();
  const [tried, setTried] = createSignal(false);
  const choose = (one: Invitable | undefined) => {
    sending.forget();
    setTried(false);
    setPerson(one);
    setInvitation(one && beginInvitation(one, home()));
  };
  const close = () => {
    choose(undefined);
    props.onClose();
  };
  const missing = () => {
    const [one, now] = [person(), invitation()];
    return one && now ? missingIn(now, one, home(), isoDay(new Date())) : [];
  };
  const submit = async () => {
    setTried(true);
    const [one, now] = [person(), invitation()];
    const body = one && now && missing().length === 0 ? inviteBody(now, one, home()) : null;
    if (!one || !body) return;
    const done = await sending.send(body, async (key) => {
      await call(inviteMember, { params: { caseId: caseId() }, body, key });
    });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.invited', { name: one.name }));
    close();
  };
  return (
    <Dialog
      open={props.open}
      size="wide"
      title={t('members.inviteTitle')}
      onClose={close}
      actions={
        <Show when={person()}>
          {(one) => (
            <>
              <Button onClick={() => choose(undefined)}>{t('members.change')}</Button>
              <Button kind="primary" busy={sending.busy()} onClick={() => void submit()}>
                {t('members.submit', { name: one().name })}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show when={person()} fallback={<PersonSearch caseId={caseId()} onChoose={choose} />}>
        {(one) => (
          <Show when={invitation()}>
            {(now) => (
              <InviteForm
                person={one()}
                value={now()}
                missing={tried() ? missing() : []}
                onChange={setInvitation}
              />
            )}
          </Show>
        )}
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
