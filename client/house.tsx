// The house for somebody signed in: the shell, the rooms their role has, and the door for everybody else.
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query';
import { createEffect, type JSX, on, Show } from 'solid-js';
import { chooseLanguage, type Session } from '../shared/sessions.ts';
import { call } from './api/call.ts';
import { type Locale, locale, t } from './i18n/index.ts';
import { Door } from './sessions/door.tsx';
import { leave, session } from './sessions/session.ts';
import { type NavItem, rooms } from './shell/navigation.ts';
import { Shell } from './shell/shell.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 3 && 'passing' in error && error.passing === true,
    },
  },
});

const roomsFor = (person: Session): NavItem[] => {
  if (person.affiliation?.profession === 'administrator') return [rooms.administration];
  return person.family ? [rooms.today, rooms.myMatters] : [rooms.today, rooms.children];
};

const userOf = (person: Session) => ({
  name: person.name,
  profession: person.affiliation
    ? t(`profession.${person.affiliation.profession}`)
    : t(`familyRole.${person.familyRole ?? 'guardian'}`),
  agency: (locale() === 'sv' ? person.affiliation?.agencyNameSv : person.affiliation?.agencyNameFi) ?? '',
});

const tellLanguage = (language: Locale): void =>
  void call(chooseLanguage, { body: { language } }).catch(() => undefined);

// The writing layer is fetched with the first session: text kept on this device is then sent, whatever room is open.
const writing = () => import('./writing/start.ts');

const goOut = async (): Promise<void> => {
  await (await writing()).finishWriting();
  await leave(false).catch(() => undefined);
  queries.clear();
};

export function House(props: { children?: JSX.Element }): JSX.Element {
  createEffect(
    on(session, (now, before) => {
      if (now || before) void writing().then(({ startWriting }) => startWriting(now));
    }),
  );
  return (
    <Show when={session()} keyed fallback={<Door />}>
      {(person) => (
        <QueryClientProvider client={queries}>
          <Shell
            user={userOf(person)}
            items={roomsFor(person)}
            demo={person.demo}
            connection="good"
            onSignOut={() => void goOut()}
            onLanguage={tellLanguage}
          >
            {props.children}
          </Shell>
        </QueryClientProvider>
      )}
    </Show>
  );
}
