// Inviting somebody without an account, and coming in by the link, in the steps that tests take.
import { openAssessment } from '../../shared/assessments.ts';
import { enterAsGuest, inviteGuest, lookAtGuestLink, type NewLink } from '../../shared/guests.ts';
import { ground, openACase } from './case-parts.ts';
import type { Person, World } from './open-world.ts';

const origin = 'http://localhost:3000';

const Body = inviteGuest.body as NonNullable<typeof inviteGuest.body>;

export type Place = { readonly caseId: string; readonly assessmentId: string };

export const caseWithAssessment = async (by: Person, beganOn = '2026-11-03'): Promise<Place> => {
  const caseId = await openACase(by);
  const { id } = await by.do(openAssessment, {
    params: { caseId },
    body: { trigger: 'contact', beganOn, decidedOn: null },
  });
  return { caseId, assessmentId: id };
};

/** The body of an invitation to one question. */
export const guestOf = (
  agencyId: string,
  { assessmentId }: Place,
  name: string,
  changes: Record<string, unknown> = {},
) =>
  Body.parse({
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@koulu.example`,
    profession: 'special-teacher',
    agencyId,
    language: 'fi',
    endsOn: '2027-02-01',
    participation: { scope: 'agencies', agencyIds: [], familyScope: 'none' },
    toThem: ground(['coordination', 'shared-goal']),
    fromThem: ground(['coordination', 'education']),
    ask: {
      assessmentId,
      area: 'school-and-learning',
      question: 'Miten koulupäivä sujuu?',
      dueOn: '2026-11-14',
    },
    nobodyKnown: false,
    ...changes,
  });

/** What stands in the link after the language. A demonstration without a mail server shows the link itself. */
export const secretIn = (link: NewLink): string => /#[a-z]{2}\.(.+)$/.exec(link.address ?? '')?.[1] ?? '';
export const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

type From = { address?: string; cookie?: string; headers?: Record<string, string> };

const post = (world: World, url: string, payload: object, from: From) =>
  world.app.inject({
    method: 'POST',
    url,
    headers: { origin, ...(from.cookie === undefined ? {} : { cookie: from.cookie }), ...from.headers },
    remoteAddress: from.address ?? '127.0.0.1',
    payload,
  });

export const look = (world: World, secret: string, from: From = {}) =>
  post(world, lookAtGuestLink.path, { secret }, from);
export const tryToEnter = (world: World, secret: string, code: string, from: From = {}) =>
  post(world, enterAsGuest.path, { secret, code }, from);

/** Opens the link with its code, as the guest. */
export const enter = async (
  world: World,
  link: NewLink,
): Promise<{ guest: Person; caseId: string; contributionId: string }> => {
  const answer = await tryToEnter(world, secretIn(link), link.code);
  if (answer.statusCode !== 200) throw new Error(`the link is answered ${answer.body}`);
  const { session, caseId, contributionId } = answer.json();
  const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  return { guest: world.personOf('', session, cookie), caseId, contributionId };
};
