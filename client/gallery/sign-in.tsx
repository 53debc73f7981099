// The sign-in page with the demonstration's roles.
import { createSignal, type JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import type { DemoRoleLine } from '../sign-in/demo-role-line.ts';
import { SignInPage, type SignInPageProps } from '../sign-in/sign-in-page.tsx';

export function SignInGallery(): JSX.Element {
  const [error, setError] = createSignal<SignInPageProps['error']>();
  const roles = (): DemoRoleLine[] => [
    {
      signInName: 'social-worker',
      name: 'Leena Kallio',
      profession: t('profession.social-worker'),
      agency: 'Rannikon lastensuojelu',
      agencyKind: 'child-protection',
    },
    {
      signInName: 'special-teacher',
      name: 'Mikko Halonen',
      profession: t('profession.special-teacher'),
      agency: 'Lahdenpohjan yhtenäiskoulu',
      agencyKind: 'education',
    },
    {
      signInName: 'psychiatric-nurse',
      name: 'Sari Niemi',
      profession: t('profession.psychiatric-nurse'),
      agency: 'Nuorisopsykiatrian poliklinikka',
      agencyKind: 'psychiatry',
    },
    {
      signInName: 'consultant-social-worker',
      name: 'Kaisa Sundqvist',
      profession: t('profession.consultant-social-worker'),
      agency: 'Rannikon lastensuojelu',
      agencyKind: 'child-protection',
    },
    {
      signInName: 'data-protection-officer',
      name: 'Tom Åkerlund',
      profession: t('profession.data-protection-officer'),
      agency: 'Rannikon hyvinvointialue',
      agencyKind: 'family-services',
    },
    {
      signInName: 'guardian',
      name: 'Hanna Vehkalahti',
      profession: t('familyRole.guardian'),
      agency: '',
      agencyKind: 'family',
    },
    {
      signInName: 'child',
      name: 'Aino Vehkalahti',
      profession: t('familyRole.child'),
      agency: '',
      agencyKind: 'family',
    },
  ];
  return <SignInPage demoRoles={roles()} busy={false} error={error()} onSignIn={() => setError('wrong')} />;
}
