// The teams one is in, at the foot of the list of meetings: how each of them meets, and how its meetings have gone.
import { A } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Row, Rows, Section } from '../../ui/section.tsx';
import styles from './team.module.css';

export function TeamPart(props: {
  teams: readonly { readonly id: string; readonly name: string }[];
}): JSX.Element {
  return (
    <Section title={t('teamMeetings.title')} look="sheet">
      <Rows>
        <For each={props.teams}>
          {(team) => (
            <Row>
              <p>{team.name}</p>
              <p class={styles.links}>
                <A href={`/meetings/teams/${team.id}/phases`}>
                  {t('teamMeetings.phases')}
                  <span class="visually-hidden">: {team.name}</span>
                </A>
                <A href={`/meetings/teams/${team.id}/figures`}>
                  {t('teamFigures.title')}
                  <span class="visually-hidden">: {team.name}</span>
                </A>
              </p>
            </Row>
          )}
        </For>
      </Rows>
    </Section>
  );
}
