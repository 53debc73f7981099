// The made-up people of the demonstration: one press and one is in.
import { For, type JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Avatar, initialsOf } from '../ui/avatar.tsx';
import type { DemoRoleLine } from './demo-role-line.ts';
import styles from './sign-in-page.module.css';

export function DemoRoles(props: {
  roles: readonly DemoRoleLine[];
  busy: boolean;
  onChoose: (role: DemoRoleLine) => void;
}): JSX.Element {
  return (
    <section class={styles.roles} aria-labelledby="demo-roles">
      <h2 id="demo-roles">{t('signIn.demoTitle')}</h2>
      <p class={styles.lead}>{t('signIn.demoLead')}</p>
      <ul>
        <For each={props.roles}>
          {(role) => (
            <li>
              <button
                type="button"
                class={styles.role}
                aria-disabled={props.busy ? 'true' : undefined}
                onClick={() => {
                  if (!props.busy) props.onChoose(role);
                }}
              >
                <Avatar initials={initialsOf(role.name)} agency={role.agencyKind} size="large" />
                <span class={styles.who}>
                  <span class={styles.profession}>{role.profession}</span>
                  <span class={styles.detail}>{[role.name, role.agency].filter(Boolean).join(' · ')}</span>
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
