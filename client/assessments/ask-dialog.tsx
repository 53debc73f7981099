// Gives a life area to somebody, alone or as a named pair of one agency, with a due date and a question.
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { askContribution } from '../../shared/assessments.ts';
import { makeGuestLink, type NewLink } from '../../shared/guests.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { GuestDialog } from '../guests/guest-dialog.tsx';
import { useGuestLinks } from '../guests/guest-links.ts';
import { InviteGuestButton } from '../guests/invite-guest-button.tsx';
import { LinkMade } from '../guests/link-made.tsx';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import type { LifeArea } from './life-areas.ts';
import { authorOf, professionals, useAssessment } from './room.ts';
import { askedFor } from './sections.ts';

export function AskDialog(props: { area: LifeArea; open: boolean; onClose: () => void }): JSX.Element {
  const room = useAssessment();
  const [guest, setGuest] = createSignal(false);
  const mayInvite = () => room.workspace().case.can.includes('invite');
  return (
    <>
      <Dialog
        open={props.open}
        title={t('assessment.askTitle', { area: t(`lifeArea.${props.area}`) })}
        onClose={() => props.onClose()}
      >
        <Show when={props.open}>
          <Form key={`${room.assessment().id}:${props.area}`} area={props.area} onClose={props.onClose} />
          <Show when={mayInvite()}>
            <InviteGuestButton
              onPress={() => {
                props.onClose();
                setGuest(true);
              }}
            />
          </Show>
        </Show>
      </Dialog>
      <GuestDialog open={guest()} area={props.area} onClose={() => setGuest(false)} />
    </>
  );
}

function Form(props: { key: string; area: LifeArea; onClose: () => void }): JSX.Element {
  const room = useAssessment();
  const form = useForm(`ask:${props.key}`);
  const sending = createSending();
  const [missing, setMissing] = createSignal(false);
  const linking = createSending();
  const [made, setMade] = createSignal<{ name: string; link: NewLink }>();
  const guests = useGuestLinks(
    () => room.workspace().case.id,
    () => room.workspace().case.can.includes('invite'),
  );
  const now = new Date();
  const people = createMemo(() => professionals(room.workspace(), now.toISOString()));
  const already = createMemo(
    () =>
      new Set(
        askedFor(room.workspace(), room.assessment().id, props.area).flatMap((one) => one.contributorIds),
      ),
  );
  const options = createMemo(() =>
    people()
      .filter((one) => !already().has(one.personId))
      .map((one) => {
        const { profession } = authorOf(room.workspace(), [one.personId]);
        return { value: one.personId, label: `${one.name}, ${profession}` };
      }),
  );
  const chosen = () => people().find((one) => one.personId === form.text('contributor'));
  const pairs = createMemo(() =>
    people()
      .filter((one) => one.agencyId === chosen()?.agencyId && one.personId !== chosen()?.personId)
      .map((one) => ({ value: one.personId, label: one.name })),
  );
  const pair = () => pairs().find((one) => one.value === form.text('pair'))?.value ?? null;
  const ask = async () => {
    const contributorId = chosen()?.personId;
    setMissing(contributorId === undefined);
    if (contributorId === undefined) return;
    const body = {
      area: props.area,
      contributorId,
      pairId: pair(),
      dueOn: form.text('dueOn') || null,
      question: form.text('question').trim() || null,
    };
    const params = { caseId: room.workspace().case.id, assessmentId: room.assessment().id };
    const done = await sending.send(body, async (key) => {
      await call(askContribution, { params, body, key });
    });
    if (!done) return;
    const one = chosen();
    showToast(t('assessment.askedToast', { name: one?.name ?? '' }));
    await form.discard().catch(() => undefined);
    const guest = guests.data?.links.find((link) => link.memberId === one?.id);
    if (!one || !guest) return props.onClose();
    // Who has no password gets a link, and the asker the code to be told.
    await linking.send(params, async (key) => {
      const given = { caseId: params.caseId, memberId: guest.memberId };
      setMade({ name: one.name, link: await call(makeGuestLink, { params: given, body: {}, key }) });
    });
  };
  return (
    <Show
      when={!made()}
      fallback={
        <>
          <Show when={made()}>{(one) => <LinkMade name={one().name} link={one().link} />}</Show>
          <div>
            <Button kind="primary" onClick={() => props.onClose()}>
              {t('guest.done')}
            </Button>
          </div>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <Select
          label={t('assessment.askWhom')}
          value={chosen()?.personId ?? ''}
          options={options()}
          placeholder={t('assessment.choose')}
          error={missing() ? t('ui.required') : undefined}
          onChange={(value) => form.type('contributor', value)}
        />
        <Show when={pairs().length > 0}>
          <Select
            label={t('assessment.askPair')}
            hint={t('assessment.askPairHint')}
            optional
            value={pair() ?? ''}
            options={[{ value: '', label: t('assessment.noPair') }, ...pairs()]}
            onChange={(value) => form.type('pair', value)}
          />
        </Show>
        <DateInput
          label={t('assessment.askDue')}
          optional
          min={isoDay(now)}
          value={form.text('dueOn')}
          onDate={(iso) => form.type('dueOn', iso)}
        />
        <TextArea
          label={t('assessment.askQuestion')}
          hint={t('assessment.askQuestionHint')}
          optional
          value={form.text('question')}
          onInput={(text) => form.type('question', text)}
        />
        <Show when={sending.problem() ?? linking.problem()}>
          {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
        </Show>
        <div>
          <Button kind="primary" busy={sending.busy()} onClick={() => void ask()}>
            {t('assessment.askSend')}
          </Button>
        </div>
      </Show>
    </Show>
  );
}
