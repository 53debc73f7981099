// Asking an expert of another agency into one request: found by name, profession or service, with a word of why.
import { useQuery } from '@tanstack/solid-query';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Consultation, RequestGround } from '../../shared/consultation.ts';
import { inviteExpert, listExperts } from '../../shared/consultations-together.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { compare } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { type FoundPerson, PeopleFound } from '../ui/people-found.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useDoing } from './consultations-query.ts';
import { GroundPart } from './ground-part.tsx';

const most = 8;

export function InviteExpertDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const form = useForm(`invite-expert:${props.of.id}`);
  const doing = useDoing();
  const params = () => ({ consultationId: props.of.id });
  const query = useQuery(() => ({
    queryKey: [...consultationsKey, props.of.id, 'experts'],
    queryFn: async ({ signal }) => (await call(listExperts, { params: params(), signal })).experts,
  }));
  const [typed, setTyped] = createSignal('');
  const [chosen, setChosen] = createSignal<FoundPerson>();
  const [tried, setTried] = createSignal(false);
  const [ground, setGround] = createSignal<RequestGround | null>(null);
  const named = () => !props.of.anonymous;
  const swedish = () => locale() === 'sv';
  const found = createMemo((): FoundPerson[] => {
    const wanted = typed().trim().toLocaleLowerCase('fi');
    return (query.isSuccess ? query.data : [])
      .map((one) => ({
        key: one.affiliationId,
        name: one.name,
        words: `${t(`profession.${one.profession}`)}, ${swedish() ? one.serviceNameSv : one.serviceNameFi}`,
        agencyKind: one.agencyKind,
        agencyName: swedish() ? one.agencyNameSv : one.agencyNameFi,
      }))
      .filter((one) => `${one.name} ${one.words}`.toLocaleLowerCase('fi').includes(wanted))
      .sort((a, b) => compare(a.name, b.name))
      .slice(0, most);
  });
  const why = () => form.text('words').trim();
  const send = async () => {
    setTried(true);
    const one = chosen();
    if (!one || why() === '' || (named() && ground() === null)) return;
    const body = { affiliationId: one.key, words: why(), ground: named() ? ground() : null };
    if (!(await doing.run(body, (key) => call(inviteExpert, { params: params(), body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t('consultation.done'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('withOthers.inviteTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => (chosen() ? setChosen(undefined) : props.onClose())}>
            {t('ui.cancel')}
          </Button>
          <Show when={chosen()}>
            <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
              {t('withOthers.inviteDo')}
            </Button>
          </Show>
        </>
      }
    >
      <p>{t('withOthers.inviteLead')}</p>
      <Show
        when={chosen()}
        fallback={
          <Answered query={query} lines={4}>
            {() => (
              <>
                <TextInput
                  type="search"
                  label={t('withOthers.inviteSearch')}
                  value={typed()}
                  onInput={setTyped}
                />
                <PeopleFound people={found()} nobody={t('withOthers.inviteNobody')} onChoose={setChosen} />
              </>
            )}
          </Answered>
        }
      >
        {(one) => (
          <>
            <p>
              <strong>{one().name}</strong>{' '}
              <span class="quiet">
                {one().words}, {one().agencyName}
              </span>
            </p>
            <TextInput
              label={t('withOthers.inviteWords')}
              maxLength={200}
              value={form.text('words')}
              onInput={(text) => form.type('words', text)}
              error={tried() && why() === '' ? t('withOthers.needWords') : undefined}
            />
            <Show when={named()}>
              <GroundPart value={ground()} missing={tried() && ground() === null} onChange={setGround} />
            </Show>
          </>
        )}
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
