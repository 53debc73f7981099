// A one-time link is opened: the code that was told by telephone, and straight to the question. Before it, whoever else
// is signed in in this browser goes out; a link that leads nowhere says so, and nothing more.
import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { enterAsGuest, lookAtGuestLink } from '../../shared/guests.ts';
import { chooseLanguage } from '../../shared/sessions.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { locale, setLocale, t } from '../i18n/index.ts';
import { leave, renew, session } from '../sessions/session.ts';
import { LanguageChoice } from '../shell/account.tsx';
import { setWindowTitle } from '../shell/window-title.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { TextInput } from '../ui/text-input.tsx';
import { answerAddress, linkPath, type OpenedLink, readLink } from './link.ts';
import styles from './link-page.module.css';

type Standing = 'looking' | 'holds' | 'entering' | 'dead' | 'locked' | 'unreachable';

/**
 * From the address, which forgets it; or from this entry of the tab's history, which keeps it until it is used: a phone
 * may drop the page during the call in which the code is told, and read it anew.
 */
const takeLink = (): OpenedLink | null => {
  const known = history.state as { link?: string } | null;
  const hash = location.hash === '' ? (known?.link ?? '') : location.hash;
  history.replaceState({ ...known, link: hash }, '', linkPath);
  return readLink(hash);
};
const forgetLink = (): void => {
  const { link: _, ...rest } = (history.state ?? {}) as { link?: string };
  history.replaceState(rest, '', linkPath);
};

const isDead = (error: unknown): boolean =>
  error instanceof CallError && (error.id === 'link-not-valid' || error.id === 'invalid-input');
const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, 6);

function Frame(props: { title: string; children: JSX.Element }): JSX.Element {
  createEffect(() => {
    setWindowTitle(props.title);
  });
  return (
    <main class={styles.page}>
      <header class={styles.brand}>
        <p class={styles.name}>
          <Logo />
          {t('shell.name')}
        </p>
        <LanguageChoice />
      </header>
      <div class={shapes.stack}>
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}

function Dead(props: { locked: boolean }): JSX.Element {
  return (
    <Frame title={t(props.locked ? 'guest.lockedTitle' : 'guest.deadTitle')}>
      <p role="status">{t(props.locked ? 'guest.locked' : 'guest.dead')}</p>
      <div>
        <LinkButton href="/">{session() ? t('shell.toToday') : t('guest.toDoor')}</LinkButton>
      </div>
    </Frame>
  );
}

/** The next person at the same desk. What the first one wrote is sent before they go. */
function SomebodyElse(props: { name: string }): JSX.Element {
  const sending = createSending();
  const goOut = () =>
    sending.send({}, async () => {
      await (await import('../writing/start.ts')).finishWriting();
      await leave(false);
    });
  return (
    <Frame title={t('guest.otherTitle')}>
      <p>{t('guest.other', { name: props.name })}</p>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <div class={styles.ways}>
        <Button kind="primary" size="wide" busy={sending.busy()} onClick={() => void goOut()}>
          {t('guest.otherOut')}
        </Button>
        <LinkButton href="/" size="wide">
          {t('guest.otherStay', { name: props.name })}
        </LinkButton>
      </div>
    </Frame>
  );
}

function CodeForm(props: {
  secret: string;
  onEnter: () => void;
  onEnd: (standing: Standing) => void;
}): JSX.Element {
  const navigate = useNavigate();
  const sending = createSending();
  const [code, setCode] = createSignal('');
  const [missing, setMissing] = createSignal(false);
  let form: HTMLFormElement | undefined;
  onMount(() => form?.querySelector('input')?.focus());
  const left = () => {
    const problem = sending.problem();
    if (!(problem instanceof CallError) || problem.id !== 'wrong-code') return undefined;
    return Number(problem.body?.detail?.left ?? 0);
  };
  const wrong = () => {
    if (missing()) return t('guest.codeMissing');
    const count = left();
    return count === undefined ? undefined : t('guest.wrongCode', { count });
  };
  const enter = async () => {
    const digits = digitsOf(code());
    setMissing(digits.length < 6);
    if (digits.length < 6) return;
    const chosen = locale();
    await sending.send({ code: digits, at: Date.now() }, async () => {
      const answer = await call(enterAsGuest, { body: { secret: props.secret, code: digits } });
      props.onEnter();
      await renew({ ...answer.session, language: chosen });
      if (chosen !== answer.session.language)
        void call(chooseLanguage, { body: { language: chosen } }).catch(() => undefined);
      navigate(answerAddress(answer.caseId, answer.contributionId), { replace: true });
    });
    if (isDead(sending.problem())) props.onEnd('dead');
    else if (left() === 0) props.onEnd('locked');
    else if (left() !== undefined) {
      setCode('');
      form?.querySelector('input')?.focus();
    }
  };
  return (
    <form
      ref={(el) => {
        form = el;
      }}
      class={shapes.stack}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <p>{t('guest.linkLead')}</p>
      <div class={styles.code}>
        <TextInput
          label={t('guest.code')}
          hint={t('guest.codeHint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxLength={9}
          value={code()}
          onInput={setCode}
          error={wrong()}
        />
      </div>
      <Show when={sending.problem() && left() === undefined}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
      <Button kind="primary" size="wide" type="submit" busy={sending.busy()}>
        {t('guest.open')}
      </Button>
      <p class="quiet">{t('guest.noCode')}</p>
    </form>
  );
}

export function LinkPage(): JSX.Element {
  const [secret, setSecret] = createSignal('');
  const [standing, setStanding] = createSignal<Standing>('looking');
  const [problem, setProblem] = createSignal<unknown>(null);
  const look = async () => {
    setStanding('looking');
    try {
      await call(lookAtGuestLink, { body: { secret: secret() } });
      setStanding('holds');
    } catch (error) {
      setProblem(error);
      setStanding(isDead(error) ? 'dead' : 'unreachable');
    }
  };
  const open = async () => {
    const link = takeLink();
    if (link?.language && link.language !== locale()) await setLocale(link.language);
    setSecret(link?.secret ?? '');
    if (link) await look();
    else setStanding('dead');
  };
  createEffect(() => {
    if (standing() === 'dead' || standing() === 'locked') forgetLink();
  });
  onMount(() => {
    void open();
    // Another link opened in the same tab changes nothing but what stands after `#`.
    const again = () => {
      if (location.hash !== '') void open();
    };
    addEventListener('hashchange', again);
    onCleanup(() => removeEventListener('hashchange', again));
  });
  return (
    <Switch>
      <Match when={standing() === 'dead' || standing() === 'locked'}>
        <Dead locked={standing() === 'locked'} />
      </Match>
      <Match when={standing() === 'unreachable'}>
        <Frame title={t('guest.linkTitle')}>
          <ErrorNotice onRetry={() => void look()}>{wordsFor(problem())}</ErrorNotice>
        </Frame>
      </Match>
      <Match when={standing() === 'looking'}>
        <Frame title={t('guest.linkTitle')}>
          <Skeleton lines={3} />
        </Frame>
      </Match>
      <Match when={standing() === 'holds' && session()}>
        {(present) => <SomebodyElse name={present().name} />}
      </Match>
      <Match when={standing() === 'holds' || standing() === 'entering'}>
        <Frame title={t('guest.linkTitle')}>
          <CodeForm secret={secret()} onEnter={() => setStanding('entering')} onEnd={setStanding} />
        </Frame>
      </Match>
    </Switch>
  );
}
