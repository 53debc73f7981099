// Every address of the client. A room is fetched when it is first opened.
import { Navigate, type RouteDefinition } from '@solidjs/router';
import { type Component, type JSX, lazy, Show } from 'solid-js';
import { linkPath } from './guests/link.ts';
import { roomWords } from './i18n/index.ts';
import { session } from './sessions/session.ts';

const NotFound = lazy(async () => ({ default: (await import('./shell/not-found.tsx')).NotFound }));
const TodayPage = lazy(async () => ({ default: (await import('./today/today-page.tsx')).TodayPage }));

/** A room is fetched together with the words it needs. */
const room = <P extends object>(load: () => Promise<Component<P>>) =>
  lazy(async () => {
    const [component] = await Promise.all([load(), roomWords()]);
    return { default: component };
  });

const ChildrenPage = room(async () => (await import('./cases/children-page.tsx')).ChildrenPage);
const OpenCasePage = room(async () => (await import('./cases/open-case-page.tsx')).OpenCasePage);
const CaseRoom = room(async () => (await import('./cases/case-room.tsx')).CaseRoom);
const OverviewPage = room(async () => (await import('./cases/overview-page.tsx')).OverviewPage);
const AssessmentPage = room(async () => (await import('./assessments/assessment-page.tsx')).AssessmentPage);
const FamilyPage = room(async () => (await import('./family/family-page.tsx')).FamilyPage);
const AsRoom = room(async () => (await import('./sharing/as-room.tsx')).AsRoom);
const SharingPage = room(async () => (await import('./cases/sharing-page.tsx')).SharingPage);
const FamilySharingPage = room(
  async () => (await import('./sharing/family-sharing-page.tsx')).FamilySharingPage,
);
const BundlePage = room(async () => (await import('./bundles/bundle-page.tsx')).BundlePage);
const AnswerPage = room(async () => (await import('./guests/answer-page.tsx')).AnswerPage);
const NotesPage = room(async () => (await import('./notes/notes-page.tsx')).NotesPage);
const SettingsPage = room(async () => (await import('./sessions/settings-page.tsx')).SettingsPage);
const AbsencesPage = room(async () => (await import('./absences/absences-page.tsx')).AbsencesPage);
const OpenByGlassPage = room(async () => (await import('./break-glass/open-page.tsx')).OpenByGlassPage);
const GlassUsesPage = room(async () => (await import('./break-glass/uses-page.tsx')).GlassUsesPage);
const AdministrationPage = room(
  async () => (await import('./administration/administration-page.tsx')).AdministrationPage,
);
const ConsultationRooms = room(async () => (await import('./consultations/rooms.tsx')).ConsultationRooms);
const WelfareRooms = room(async () => (await import('./welfare-notifications/rooms.tsx')).WelfareRooms);
const MeetingRooms = room(async () => (await import('./meetings/rooms.tsx')).MeetingRooms);
const ServicesPage = room(async () => (await import('./services/services-page.tsx')).ServicesPage);

/** An administrator has no Today: there is no case in that room. */
function Front(): JSX.Element {
  return (
    <Show when={session()?.affiliation?.profession === 'administrator'} fallback={<TodayPage />}>
      <Navigate href="/administration" />
    </Show>
  );
}

/** The family reads its matter on one page; the professionals have rooms. */
function CaseFront(): JSX.Element {
  return (
    <Show when={session()?.family} fallback={<OverviewPage />}>
      <FamilyPage />
    </Show>
  );
}
function AssessmentFront(): JSX.Element {
  return (
    <Show when={session()?.family} fallback={<AssessmentPage />}>
      <FamilyPage />
    </Show>
  );
}

function SharingFront(): JSX.Element {
  return (
    <Show when={session()?.family} fallback={<SharingPage />}>
      <FamilySharingPage />
    </Show>
  );
}

// The parts in all their states, for the eye; a production build does not contain it. A build in the mode `gallery` does: the
// journeys look at parts there that no room uses yet.
const galleryRoutes: RouteDefinition[] =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? [
        {
          path: '/gallery/document/:documentId',
          component: room(async () => (await import('./gallery/document-page.tsx')).DocumentPage),
        },
        {
          path: '/gallery/sign-in',
          component: lazy(async () => ({ default: (await import('./gallery/sign-in.tsx')).SignInGallery })),
        },
        {
          path: '/gallery/*page',
          component: lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery })),
        },
      ]
    : [];

/** The pages that can be looked at with somebody else's eyes. */
const seenAsSomebody: RouteDefinition[] = [
  { path: '/', component: OverviewPage },
  { path: '/assessment', component: AssessmentPage },
];

export const routes: RouteDefinition[] = [
  ...galleryRoutes,
  { path: '/', component: Front },
  // Shown by the house itself.
  { path: linkPath },
  { path: ['/children', '/my'], component: ChildrenPage },
  { path: '/cases/new', component: OpenCasePage },
  {
    path: '/cases/:caseId',
    component: CaseRoom,
    children: [
      { path: '/', component: CaseFront },
      { path: '/assessment', component: AssessmentFront },
      { path: '/sharing', component: SharingFront },
      {
        path: '/as/agencies/:agencyId',
        component: AsRoom,
        children: seenAsSomebody,
      },
      { path: '/as/people/:personId', component: AsRoom, children: seenAsSomebody },
      { path: '/answer/:contributionId', component: AnswerPage },
      { path: '/along/:consultationId', component: BundlePage },
      { path: '/meetings', component: MeetingRooms },
      { path: '/memos/:itemId', component: MeetingRooms },
    ],
  },
  { path: '/consultations/*rest', component: ConsultationRooms },
  { path: '/welfare-notifications/:id', component: WelfareRooms },
  { path: '/meetings/:meetingId?/:teamId?/:part?', component: MeetingRooms },
  { path: '/memos/:itemId', component: MeetingRooms },
  { path: '/services', component: ServicesPage },
  { path: '/notes', component: NotesPage },
  { path: '/absences', component: AbsencesPage },
  { path: '/break-glass', component: OpenByGlassPage },
  { path: '/break-glass/uses', component: GlassUsesPage },
  { path: '/settings', component: SettingsPage },
  { path: '/administration', component: AdministrationPage },
  { path: '*', component: NotFound },
];
