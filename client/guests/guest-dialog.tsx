// Asking somebody who has no account: who they are, the one question, and on which ground; afterwards the code to be told
// by telephone. Saved as it is filled in.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Assessment } from '../../shared/assessments.ts';
import { inviteGuest, listGuestAgencies, type NewLink } from '../../shared/guests.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { type LifeArea, lifeAreas } from '../assessments/life-areas.ts';
import { currentAssessment } from '../assessments/sections.ts';
import { useCase } from '../cases/case-room.tsx';
import { beginInvitation, type Invitation } from '../cases/invitation.ts';
import { InviteForm } from '../cases/invite-form.tsx';
import { changedTexts, invitationOf, invitationTexts } from '../cases/kept-texts.ts';
import { workspaceKey } from '../cases/workspace.ts';
import { isoDay } from '../i18n/dates.ts';
import { locale, t } from '../i18n/index.ts';
import { locales } from '../i18n/locale.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { type Form, useForm } from '../writing/form.ts';
import { WhoAndWhat } from './guest-fields.tsx';
import {
  asInvitable,
  type GuestDraft,
  guestBody,
  guestProfessions,
  missingInGuest,
} from './guest-invitation.ts';
import { guestLinksKey } from './guest-links.ts';
import { LinkMade } from './link-made.tsx';

type Props = { open: boolean; area?: LifeArea | undefined; onClose: () => void };

const visitDays = 90;
const dayMs = 24 * 3_600_000;

export function GuestDialog(props: Props): JSX.Element {
  const { workspace } = useCase();
  const assessment = () => {
    const one = currentAssessment(workspace());
    return one?.status === 'open' ? one : undefined;
  };
  return (
    <Show when={props.open}>
      <Show
        when={assessment()}
        fallback={
          <Dialog open title={t('guest.dialogTitle')} onClose={props.onClose}>
            <Notice>{t('guest.noAssessment')}</Notice>
          </Dialog>
        }
      >
        {(one) => <Opened assessment={one()} area={props.area} onClose={props.onClose} />}
      </Show>
    </Show>
  );
}

const useGuestDraft = (form: Form, caseId: string, area: LifeArea | undefined) => {
  const agencies = useQuery(() => ({
    queryKey: ['guest-agencies', caseId],
    queryFn: ({ signal }) => call(listGuestAgencies, { params: { caseId }, signal }),
  }));
  const draft = createMemo(
    (): GuestDraft => ({
      name: form.text('name'),
      email: form.text('email'),
      profession: guestProfessions.find((one) => one === form.text('profession')) ?? '',
      agency: agencies.data?.agencies.find((one) => one.id === form.text('agency')),
      language: locales.find((one) => one === form.text('language')) ?? locale(),
      area: lifeAreas.find((one) => one === form.text('area')) ?? area ?? '',
      question: form.text('question'),
      dueOn: form.text('dueOn'),
      nobodyKnown: form.text('nobodyKnown') === 'yes',
    }),
  );
  return { agencies, draft };
};

function Opened(props: {
  assessment: Assessment;
  area: LifeArea | undefined;
  onClose: () => void;
}): JSX.Element {
  const { workspace, caseId } = useCase();
  const form = useForm(`guest:${caseId()}:${props.area ?? 'any'}`);
  const queries = useQueryClient();
  const sending = createSending();
  const [tried, setTried] = createSignal(false);
  const [made, setMade] = createSignal<{ name: string; link: NewLink }>();
  const home = () => workspace().case.ownerAgencyId;
  const { agencies, draft } = useGuestDraft(form, caseId(), props.area);
  // What stands where nothing was chosen yet depends on the agency, and a visit ends by itself.
  const invitation = createMemo(() => {
    const begun = beginInvitation(asInvitable(draft()), home());
    const chosen = invitationOf((field) => form.text(`to.${field}`), begun);
    const usual = isoDay(new Date(Date.now() + visitDays * dayMs));
    return { ...chosen, endsOn: form.text('to.ended') === '' ? usual : chosen.endsOn };
  });
  const change = (after: Invitation) => {
    const texts = changedTexts(invitationTexts(invitation()), invitationTexts(after));
    for (const [field, text] of texts) {
      form.type(`to.${field}`, text);
      if (field === 'endsOn') form.type('to.ended', 'yes');
    }
  };
  const missing = () => missingInGuest(draft(), invitation(), home(), isoDay(new Date()));
  const sameName = () => {
    const problem = sending.problem();
    return problem instanceof CallError && problem.id === 'name-in-directory';
  };
  const submit = async () => {
    setTried(true);
    const body = missing().length === 0 ? guestBody(draft(), invitation(), props.assessment.id) : null;
    if (!body) return;
    const done = await sending.send(body, async (key) => {
      const link = await call(inviteGuest, { params: { caseId: caseId() }, body, key });
      setMade({ name: body.name, link });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    await queries.invalidateQueries({ queryKey: guestLinksKey(caseId()) });
  };
  return (
    <Dialog
      open
      size="wide"
      title={made() ? t('guest.madeTitle') : t('guest.dialogTitle')}
      onClose={props.onClose}
      actions={
        <Show
          when={made()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
              <Button kind="primary" busy={sending.busy()} onClick={() => void submit()}>
                {t('guest.send2')}
              </Button>
            </>
          }
        >
          <Button kind="primary" onClick={() => props.onClose()}>
            {t('guest.done')}
          </Button>
        </Show>
      }
    >
      <Show
        when={made()}
        fallback={
          <Show when={form.ready() && !agencies.isLoading} fallback={<Skeleton lines={8} />}>
            <div class={shapes.stack}>
              <WhoAndWhat
                form={form}
                draft={draft()}
                agencies={agencies.data?.agencies ?? []}
                areas={props.assessment.areas}
                areaGiven={props.area !== undefined}
                missing={tried() ? missing() : []}
              />
              <Show when={draft().agency}>
                <InviteForm
                  guest
                  person={asInvitable(draft())}
                  value={invitation()}
                  missing={tried() ? missing() : []}
                  onChange={change}
                />
              </Show>
              <Show when={sameName() || draft().nobodyKnown}>
                <Checkbox
                  label={t('guest.sameName')}
                  checked={draft().nobodyKnown}
                  onChange={(on) => form.type('nobodyKnown', on ? 'yes' : 'no')}
                />
              </Show>
            </div>
          </Show>
        }
      >
        {(one) => <LinkMade name={one().name} link={one().link} />}
      </Show>
      <Show when={sending.problem() ?? agencies.error}>
        {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
      </Show>
    </Dialog>
  );
}
