// Every part in its states, within the shell. Only in development; what is written here is sample text.
import { useParams } from '@solidjs/router';
import { createSignal, type JSX, Match, Switch } from 'solid-js';
import { t } from '../i18n/index.ts';
import { rooms } from '../shell/navigation.ts';
import { Page } from '../shell/page.tsx';
import { Shell } from '../shell/shell.tsx';
import type { Connection } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { CasePage } from './case-page.tsx';
import { Forms } from './forms.tsx';
import { Marks } from './marks.tsx';
import { Open } from './open.tsx';
import { Rings } from './rings.tsx';

const tabs = [
  { href: '/gallery', label: 'Yleiskuva', end: true },
  { href: '/gallery/forms', label: 'Lomakkeet' },
  { href: '/gallery/marks', label: 'Merkit ja ilmoitukset', count: '23' },
  { href: '/gallery/open', label: 'Avautuvat' },
  { href: '/gallery/rings', label: 'Rinki' },
  { href: '/gallery/empty', label: 'Jakaminen ja loki' },
];

export function Gallery(): JSX.Element {
  const params = useParams();
  const [connection, setConnection] = createSignal<Connection>('good');
  const toggle = () => setConnection((now) => (now === 'good' ? 'reconnecting' : 'good'));
  return (
    <Shell
      user={{
        name: 'Leena Kallio',
        profession: t('profession.social-worker'),
        agency: 'Rannikon lastensuojelu',
        severalPosts: false,
      }}
      items={[
        { ...rooms.today, count: 4 },
        { ...rooms.children, href: '/gallery', count: 23 },
        rooms.meetings,
      ]}
      demo
      connection={connection()}
      onSignOut={() => undefined}
    >
      <Page
        title="Aino"
        windowTitle="Galleria"
        path={<a href="/gallery">{t('shell.children')}</a>}
        facts={
          <>
            <span>R-2026-00418</span>
            <span>13 v · puhuu suomea</span>
            <span>Vireillä 3.11.2026</span>
          </>
        }
        actions={
          <>
            <Button onClick={toggle}>Katso kuin koulu</Button>
            <Button kind="primary">Kirjaa</Button>
          </>
        }
        below={<Tabs label="Aino" tabs={tabs} />}
      >
        <Switch>
          <Match when={!params.page}>
            <CasePage />
          </Match>
          <Match when={params.page === 'forms'}>
            <Forms />
          </Match>
          <Match when={params.page === 'marks'}>
            <Marks />
          </Match>
          <Match when={params.page === 'open'}>
            <Open />
          </Match>
          <Match when={params.page === 'rings'}>
            <Rings />
          </Match>
        </Switch>
      </Page>
    </Shell>
  );
}
