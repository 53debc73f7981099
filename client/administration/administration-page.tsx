// Agencies, teams, people and sign-ins; no case and no family member is in this room.
import { createSignal, type JSX, Show } from 'solid-js';
import { Answered } from '../api/answered.tsx';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import styles from './administration.module.css';
import { useAdministration } from './administration-query.ts';
import { Agencies } from './agencies.tsx';
import { AgencyDialog } from './agency-dialog.tsx';
import { OneTimePassword, type OneTimePasswordFor } from './one-time-password.tsx';
import { People } from './people.tsx';
import { PersonDialog } from './person-dialog.tsx';

export function AdministrationPage(): JSX.Element {
  const query = useAdministration();
  const [ended, setEnded] = createSignal(false);
  const [adding, setAdding] = createSignal<'agency' | 'person'>();
  const [password, setPassword] = createSignal<OneTimePasswordFor>();
  return (
    <Page
      title={t('shell.administration')}
      windowTitle={t('shell.administration')}
      facts={t('administration.lead')}
      actions={
        <>
          <Button icon="plus" onClick={() => setAdding('agency')}>
            {t('administration.addAgency')}
          </Button>
          <Button kind="primary" icon="plus" onClick={() => setAdding('person')}>
            {t('administration.addPerson')}
          </Button>
        </>
      }
    >
      <Answered query={query}>
        {(data) => (
          <div class={styles.parts}>
            <Checkbox label={t('administration.showEnded')} checked={ended()} onChange={setEnded} />
            <Agencies agencies={data().agencies} people={data().people} showEnded={ended()} />
            <People
              agencies={data().agencies}
              people={data().people}
              showEnded={ended()}
              onPassword={setPassword}
            />
            <AgencyDialog open={adding() === 'agency'} onClose={() => setAdding(undefined)} />
            <Show when={adding() === 'person'}>
              <PersonDialog
                agencies={data().agencies}
                onClose={() => setAdding(undefined)}
                onAdded={setPassword}
              />
            </Show>
          </div>
        )}
      </Answered>
      <OneTimePassword of={password()} onClose={() => setPassword(undefined)} />
    </Page>
  );
}
