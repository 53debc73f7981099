// The way in: the sign-in page with what the server says of its mode, and words for every refusal.
import { createResource, createSignal, type JSX } from 'solid-js';
import { getWelcome } from '../../shared/sessions.ts';
import { CallError, call } from '../api/call.ts';
import { locale, t } from '../i18n/index.ts';
import type { DemoRoleLine } from '../sign-in/demo-role-line.ts';
import { SignInPage, type SignInPageProps } from '../sign-in/sign-in-page.tsx';
import { enter, sessionEnded } from './session.ts';

/** Printed on the demo region's own sign-in page; it opens nothing else. */
const demoPassword = 'rinki-demo';

const wordFor = (error: unknown): SignInPageProps['error'] => {
  if (!(error instanceof CallError)) return 'unavailable';
  if (error.id === 'wrong-credentials' || error.id === 'invalid-input') return 'wrong';
  if (error.id === 'sign-in-delayed' || error.id === 'too-many-requests') return 'locked';
  return error.id === 'offline' ? 'offline' : 'unavailable';
};

export function Door(): JSX.Element {
  const [welcome] = createResource(() => call(getWelcome).catch(() => null));
  const [error, setError] = createSignal<SignInPageProps['error']>(sessionEnded() ? 'ended' : undefined);
  const [busy, setBusy] = createSignal(false);
  const roles = (): DemoRoleLine[] =>
    (welcome()?.demoRoles ?? []).map((role) => ({
      signInName: role.signInName,
      name: role.name,
      profession: role.profession
        ? t(`profession.${role.profession}`)
        : t(`familyRole.${role.familyRole ?? 'guardian'}`),
      agency: (locale() === 'sv' ? role.agencyNameSv : role.agencyNameFi) ?? '',
      agencyKind: role.agencyKind ?? 'family',
    }));
  const tryIn = async (name: string, password = demoPassword) => {
    setBusy(true);
    try {
      await enter(name, password);
    } catch (problem) {
      setError(wordFor(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SignInPage
      demoRoles={roles()}
      onSignIn={(name, password) => void tryIn(name, password)}
      error={error()}
      busy={busy()}
    />
  );
}
