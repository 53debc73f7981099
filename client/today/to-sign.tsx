// Versions that wait for my signature.
import { For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';

export function ToSign(props: { versions: Today['toSign'] }): JSX.Element {
  return (
    <Show when={props.versions.length > 0}>
      <Section title={t('today.toSignTitle')} look="sheet">
        <Rows>
          <For each={props.versions}>
            {(one) => (
              <Row
                end={
                  <LinkButton href={`/cases/${one.caseId}/assessment?version=${one.versionId}`} size="small">
                    {t('today.sign')}
                    <span class="visually-hidden">: {one.childGivenName}</span>
                  </LinkButton>
                }
              >
                <p>
                  <CaseLink of={one} />
                </p>
                <p class="quiet">{t('today.toSign', { date: date(one.signedAt) })}</p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
