// Whose part in a case ends within the week: in time to extend it, or to finish what is open.
import { For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';

export function Ending(props: { ending: Today['ending'] }): JSX.Element {
  return (
    <Show when={props.ending.length > 0}>
      <Section title={t('membership.endingTitle')}>
        <Rows>
          <For each={props.ending}>
            {(one) => (
              <Row
                end={
                  <LinkButton href={`/cases/${one.caseId}/sharing`} size="small">
                    {t('today.look')}
                    <span class="visually-hidden">
                      : {one.name}, {one.childGivenName}
                    </span>
                  </LinkButton>
                }
              >
                <p>
                  {one.mine
                    ? t('membership.endingMine', { date: date(lastDay(one.endsAt)) })
                    : t('membership.endingOther', { name: one.name, date: date(lastDay(one.endsAt)) })}
                </p>
                <p class="quiet">
                  <CaseLink of={one} />
                </p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
