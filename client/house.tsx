// The house for somebody signed in: the shell, the rooms their role has, and the door for everybody else.
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query';
import { createEffect, type JSX, lazy, on, Show } from 'solid-js';
import { chooseLanguage, type Session } from '../shared/sessions.ts';
import { call } from './api/call.ts';
import { type Locale, locale, t } from './i18n/index.ts';
import { Door } from './sessions/door.tsx';
import { IdleWarning } from './sessions/idle-warning.tsx';
import { leave, session } from './sessions/session.ts';
import { type NavItem, rooms } from './shell/navigation.ts';
import { Shell } from './shell/shell.tsx';
import { useToday, waitingCount } from './today/today-query.ts';

const MustChangePage = lazy(async () => ({
  default: (await import('./sessions/settings-page.tsx')).MustChangePage,
}));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 3 && 'passing' in error && error.passing === true,
    },
  },
});

export const isAdministrator = (person: Session | null): boolean =>
  person?.affiliation?.profession === 'administrator';

const roomsFor = (person: Session, waiting: number): NavItem[] => {
  if (person.mustChangePassword) return [];
  if (isAdministrator(person)) return [rooms.administration];
  return [{ ...rooms.today, count: waiting }, person.family ? rooms.myMatters : rooms.children];
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
};

export function House(props: { children?: JSX.Element }): JSX.Element {
  createEffect(
    on(session, (now, before) => {
      if (now || before) void writing().then(({ startWriting }) => startWriting(now));
      // What one person has read is never shown to the next one at the same desk.
      if (before && before.personId !== now?.personId) queries.clear();
    }),
  );
  return (
    <Show when={session()} keyed fallback={<Door />}>
      {(person) => (
        <QueryClientProvider client={queries}>
          <Inside person={person}>{props.children}</Inside>
        </QueryClientProvider>
      )}
    </Show>
  );
}

function Inside(props: { person: Session; children?: JSX.Element }): JSX.Element {
  const today = useToday(() => !isAdministrator(props.person) && !props.person.mustChangePassword);
  const waiting = () => (today.isSuccess ? waitingCount(today.data) : 0);
  return (
    <>
      <Shell
        user={userOf(props.person)}
        items={roomsFor(props.person, waiting())}
        demo={props.person.demo}
        connection="good"
        onSignOut={() => void goOut()}
        onLanguage={tellLanguage}
      >
        <Show when={!props.person.mustChangePassword} fallback={<MustChangePage />}>
          {props.children}
        </Show>
      </Shell>
      <IdleWarning session={props.person} />
    </>
  );
}
