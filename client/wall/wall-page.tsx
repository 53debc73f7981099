// A browser on the wall of a meeting's room: its code until somebody pairs it, then what everybody present may see. Nobody is signed in.
import { createEffect, createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import { locale, setLocale, t } from '../i18n/index.ts';
import { LanguageChoice } from '../shell/account.tsx';
import { setWindowTitle } from '../shell/window-title.ts';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { useCoverKey } from './cover-key.ts';
import { OnWall } from './shown.tsx';
import styles from './wall.module.css';
import { watchWall } from './watch-wall.ts';

const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

function Brand(): JSX.Element {
  return (
    <header class={styles.brand}>
      <p class={styles.name}>
        <Logo />
        {t('shell.name')}
      </p>
      <LanguageChoice />
    </header>
  );
}

function Code(props: { code: string }): JSX.Element {
  return (
    <div class={styles.centre}>
      <Brand />
      <h1>{t('wall.codeTitle')}</h1>
      <p class={styles.code}>{spaced(props.code)}</p>
      <p class={styles.quiet}>{t('wall.codeLead')}</p>
    </div>
  );
}

function Over(props: { onRenew: () => void }): JSX.Element {
  return (
    <div class={styles.centre}>
      <Brand />
      <h1>{t('wall.overTitle')}</h1>
      <p>{t('wall.overLead')}</p>
      <Button kind="primary" onClick={() => props.onRenew()}>
        {t('wall.newCode')}
      </Button>
    </div>
  );
}

export function WallPage(): JSX.Element {
  const wall = watchWall();
  const { covered, toggle } = useCoverKey();
  setWindowTitle(undefined);
  // Words in the language of whoever paired it.
  const wanted = createMemo(() => {
    const now = wall.view();
    return now?.state === 'shown' || now?.state === 'over' ? now.language : undefined;
  });
  createEffect(() => {
    const language = wanted();
    if (language && language !== locale()) void setLocale(language);
  });
  const shown = () => {
    const now = wall.view();
    return now?.state === 'shown' ? now : undefined;
  };
  const code = () => {
    const now = wall.view();
    return now?.state === 'code' ? now.code : undefined;
  };
  const hidden = () => covered() || wall.lost();
  return (
    <main class={styles.wall}>
      <Show
        when={!hidden()}
        fallback={
          <div class={styles.centre}>
            <h1 class={styles.cover}>{t(wall.lost() ? 'wall.lost' : 'wall.covered')}</h1>
            <Show when={covered()}>
              <Button kind="quiet" onClick={toggle}>
                {t('wall.uncover')}
              </Button>
            </Show>
          </div>
        }
      >
        <Switch>
          <Match when={code()}>{(now) => <Code code={now()} />}</Match>
          <Match when={shown()}>{(now) => <OnWall view={now()} />}</Match>
          <Match when={wall.view()}>
            <Over onRenew={wall.renew} />
          </Match>
        </Switch>
        <Show when={shown()}>
          <footer class={styles.foot}>
            <Button kind="quiet" size="small" onClick={toggle}>
              {t('wall.cover')}
            </Button>
          </footer>
        </Show>
      </Show>
    </main>
  );
}
