// Inviting somebody: first who, then as what and on which ground, and in plain words what they will see. Saved as it is
// filled in, for each person apart.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { inviteMember } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { GuestDialog } from '../guests/guest-dialog.tsx';
import { InviteGuestButton } from '../guests/invite-guest-button.tsx';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import { lackingWords } from './guardians.ts';
import { beginInvitation, type Invitable, type Invitation, inviteBody, missingIn } from './invitation.ts';
import { InviteForm } from './invite-form.tsx';
import { changedTexts, invitationOf, invitationTexts, whoText } from './kept-texts.ts';
import { findInvitable, PersonSearch } from './person-search.tsx';
import { workspaceKey } from './workspace.ts';

type Props = { open: boolean; onClose: () => void };

export function InviteDialog(props: Props): JSX.Element {
  const [guest, setGuest] = createSignal(false);
  return (
    <>
      <Show when={props.open}>
        <Opened
          onClose={props.onClose}
          onGuest={() => {
            props.onClose();
            setGuest(true);
          }}
        />
      </Show>
      <GuestDialog open={guest()} onClose={() => setGuest(false)} />
    </>
  );
}

function Opened(props: { onClose: () => void; onGuest: () => void }): JSX.Element {
  const { workspace, caseId } = useCase();
  const form = useForm(`invite:${caseId()}`);
  const queries = useQueryClient();
  const sending = createSending();
  const home = () => workspace().case.ownerAgencyId;
  const [tried, setTried] = createSignal(false);
  const [picked, setPicked] = createSignal<Invitable>();
  const who = () => (form.ready() ? form.text('who') : '');
  // A person chosen before a reload is looked up again: one may no longer be somebody to invite.
  const again = useQuery(() => ({
    queryKey: ['invitable', caseId(), form.text('whoName')],
    queryFn: ({ signal }) => findInvitable(caseId(), form.text('whoName'), signal),
    enabled: who() !== '' && picked() === undefined,
    staleTime: 0,
  }));
  const person = createMemo(() => {
    const now = picked();
    if (now) return now;
    return who() === '' ? undefined : again.data?.find((one) => whoText(one) === who());
  });
  const texts = (one: Invitable) => (field: string) => form.text(`to.${whoText(one)}.${field}`);
  const invitation = createMemo(() => {
    const one = person();
    return one && invitationOf(texts(one), beginInvitation(one, home()));
  });
  const change = (one: Invitable, before: Invitation, after: Invitation) => {
    for (const [field, text] of changedTexts(invitationTexts(before), invitationTexts(after)))
      form.type(`to.${whoText(one)}.${field}`, text);
  };
  const choose = (one: Invitable | undefined) => {
    sending.forget();
    setTried(false);
    setPicked(one);
    form.type('whoName', one?.name ?? '');
    form.type('who', one ? whoText(one) : '');
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
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.invited', { name: one.name }));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('members.inviteTitle')}
      onClose={props.onClose}
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
      <Show when={form.ready() && !again.isLoading} fallback={<Skeleton lines={6} />}>
        <Show
          when={person()}
          fallback={
            <>
              <PersonSearch caseId={caseId()} onChoose={choose} />
              <InviteGuestButton onPress={props.onGuest} />
            </>
          }
        >
          {(one) => (
            <Show when={invitation()}>
              {(now) => (
                <InviteForm
                  person={one()}
                  value={now()}
                  missing={tried() ? missing() : []}
                  onChange={(value) => change(one(), now(), value)}
                />
              )}
            </Show>
          )}
        </Show>
      </Show>
      <Show when={sending.problem()}>
        {(problem) => (
          <ErrorNotice>{lackingWords(problem(), workspace().relations) || wordsFor(problem())}</ErrorNotice>
        )}
      </Show>
    </Dialog>
  );
}
