// The house for somebody signed in: the shell, the rooms their role has, and the door for everybody else.
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query';
import { createEffect, type JSX, lazy, on, Show } from 'solid-js';
import { chooseLanguage, type Session } from '../shared/sessions.ts';
import { call } from './api/call.ts';
import { linkPath } from './guests/link.ts';
import { type Locale, locale, roomWords, t } from './i18n/index.ts';
import type { InsideCounts } from './inside.tsx';
import { leave, session } from './sessions/session.ts';
import { type NavItem, rooms } from './shell/navigation.ts';

// Somebody at the door fetches nothing of the house, and somebody inside nothing of the door.
const Door = lazy(async () => ({ default: (await import('./sessions/door.tsx')).Door }));
const Inside = lazy(async () => ({ default: (await import('./inside.tsx')).Inside }));
// A one-time link opens a page of its own, whoever is signed in.
const LinkPage = lazy(async () => {
  const [page] = await Promise.all([import('./guests/link-page.tsx'), roomWords()]);
  return { default: page.LinkPage };
});
const MustChangePage = lazy(async () => {
  const [page] = await Promise.all([import('./sessions/settings-page.tsx'), roomWords()]);
  return { default: page.MustChangePage };
});

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 3 && 'passing' in error && error.passing === true,
    },
  },
});

const isAdministrator = (person: Session | null): boolean =>
  person?.affiliation?.profession === 'administrator';

/** Whoever came by a link came for a question of a case. */
const consults = (person: Session): boolean =>
  !person.family && person.ownPassword && !person.mustChangePassword && !isAdministrator(person);

const roomsFor = (person: Session, { waiting, consultations, meetings }: InsideCounts): NavItem[] => {
  if (person.mustChangePassword) return [];
  if (isAdministrator(person)) return [rooms.administration, rooms.services];
  if (!person.ownPassword) return [{ ...rooms.today, count: waiting }];
  return [
    { ...rooms.today, count: waiting },
    ...(person.family
      ? [rooms.myMatters]
      : [rooms.children, { ...rooms.consultations, count: consultations }]),
    ...(meetings === null ? [] : [{ ...rooms.meetings, count: meetings }]),
    ...(person.reviewsGlass ? [rooms.emergencies] : []),
  ];
};

const userOf = (person: Session) => ({
  name: person.name,
  profession: person.affiliation
    ? t(`profession.${person.affiliation.profession}`)
    : t(`familyRole.${person.familyRole ?? 'guardian'}`),
  agency: (locale() === 'sv' ? person.affiliation?.agencyNameSv : person.affiliation?.agencyNameFi) ?? '',
  severalPosts: person.affiliations.length > 1,
});

const tellLanguage = (language: Locale): void =>
  void call(chooseLanguage, { body: { language } }).catch(() => undefined);

// The writing layer is fetched with the first session: text kept on this device is then sent, whatever room is open.
const writing = () => import('./writing/start.ts');

const goOut = async (): Promise<void> => {
  await (await writing()).finishWriting();
  await leave(false).catch(() => undefined);
};

export function House(props: { location: { pathname: string }; children?: JSX.Element }): JSX.Element {
  createEffect(
    on(session, (now, before) => {
      if (now || before) void writing().then(({ startWriting }) => startWriting(now));
      // What one person has read is never shown to the next one at the same desk.
      if (before && before.personId !== now?.personId) queries.clear();
    }),
  );
  return (
    <Show when={props.location.pathname === linkPath} fallback={<Inhabited>{props.children}</Inhabited>}>
      <LinkPage />
    </Show>
  );
}

function Inhabited(props: { children?: JSX.Element }): JSX.Element {
  return (
    <Show when={session()} keyed fallback={<Door />}>
      {(person) => (
        <QueryClientProvider client={queries}>
          <Inside
            person={person}
            user={userOf(person)}
            items={(counts) => roomsFor(person, counts)}
            consults={consults(person)}
            live={!isAdministrator(person) && !person.mustChangePassword}
            onSignOut={() => void goOut()}
            onLanguage={tellLanguage}
          >
            <Show when={!person.mustChangePassword} fallback={<MustChangePage />}>
              {props.children}
            </Show>
          </Inside>
        </QueryClientProvider>
      )}
    </Show>
  );
}
