// Under a member who comes by links: what became of the newest one, and what the team can do about it.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import {
  type GuestLink,
  getGuestCode,
  makeGuestLink,
  type NewLink,
  revokeGuestLink,
} from '../../shared/guests.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { showToast } from '../ui/toast.tsx';
import { guestLinksKey, isOpen, stateWords } from './guest-links.ts';
import styles from './guests.module.css';
import { Code, LinkMade } from './link-made.tsx';

export function GuestLine(props: { caseId: string; name: string; link: GuestLink }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const [made, setMade] = createSignal<NewLink>();
  const [code, setCode] = createSignal<string>();
  const again = () => queries.invalidateQueries({ queryKey: guestLinksKey(props.caseId) });
  const linkParams = () => ({ caseId: props.caseId, linkId: props.link.linkId ?? '' });
  const renew = async () => {
    const params = { caseId: props.caseId, memberId: props.link.memberId };
    const done = await sending.send({ new: params, after: props.link.linkId }, async (key) => {
      setMade(await call(makeGuestLink, { params, body: {}, key }));
    });
    if (done) await again();
  };
  const revoke = async () => {
    const params = linkParams();
    const done = await sending.send({ revoke: params }, async (key) => {
      await call(revokeGuestLink, { params, body: {}, key });
    });
    if (done) showToast(t('guest.revoked'));
    await again();
  };
  const show = () =>
    sending.send({ code: linkParams() }, async () => {
      setCode((await call(getGuestCode, { params: linkParams() })).code);
    });
  const ends = () => {
    const { expiresAt } = props.link;
    return isOpen(props.link) && expiresAt !== null ? t('guest.linkEnds', { at: dateTime(expiresAt) }) : '';
  };
  const close = () => {
    setMade(undefined);
    setCode(undefined);
  };
  return (
    <div class={styles.line}>
      <p class="quiet">{[stateWords(props.link), ends()].filter((part) => part !== '').join(' · ')}</p>
      <div class={shapes.ways}>
        <Show when={isOpen(props.link) && props.link.mine}>
          <Button size="small" onClick={() => void show()}>
            {t('guest.showCode')}
            <span class="visually-hidden">: {props.name}</span>
          </Button>
        </Show>
        <Button size="small" busy={sending.busy()} onClick={() => void renew()}>
          {t('guest.newLink')}
          <span class="visually-hidden">: {props.name}</span>
        </Button>
        <Show when={isOpen(props.link)}>
          <Button size="small" kind="quiet" onClick={() => void revoke()}>
            {t('guest.revoke')}
            <span class="visually-hidden">: {props.name}</span>
          </Button>
        </Show>
      </div>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <Dialog
        open={made() !== undefined || code() !== undefined}
        title={t('guest.madeTitle')}
        onClose={close}
        actions={
          <Button kind="primary" onClick={close}>
            {t('guest.done')}
          </Button>
        }
      >
        <Show when={made()}>
          {(link) => (
            <>
              <LinkMade name={props.name} link={link()} />
              <p class="quiet">{t('guest.newLinkDone')}</p>
            </>
          )}
        </Show>
        <Show when={code()}>
          {(digits) => (
            <div class={shapes.stack}>
              <Code name={props.name} code={digits()} />
            </div>
          )}
        </Show>
      </Dialog>
    </div>
  );
}
