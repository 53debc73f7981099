// Whoever works in two agencies acts in one at a time: here it is chosen. The page begins anew, as somebody else's would.
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Affiliation, chooseAffiliation } from '../../shared/sessions.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { locale, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { desk } from '../writing/start.ts';
import { session } from './session.ts';

const unsentMs = 10_000;

const agencyOf = (one: Affiliation): string => (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi);

export function ActingChoice(): JSX.Element {
  const [choosing, setChoosing] = createSignal<string>();
  const [problem, setProblem] = createSignal<unknown>();
  const affiliations = () => session()?.affiliations ?? [];
  const act = async (one: Affiliation) => {
    setChoosing(one.id);
    setProblem(undefined);
    try {
      // What was typed in the one is kept there first: from the other it could not be sent any more.
      if ((await desk()?.settle(unsentMs)) === false) throw new CallError('offline', null);
      await call(chooseAffiliation, { body: { affiliationId: one.id } });
      location.assign('/');
    } catch (error) {
      setProblem(error);
      setChoosing(undefined);
    }
  };
  return (
    <Show when={affiliations().length > 1}>
      <Section title={t('settings.actingTitle')} lead={t('settings.actingLead')}>
        <Rows>
          <For each={affiliations()}>
            {(one) => (
              <Row
                end={
                  <Show
                    when={one.id !== session()?.affiliation?.id}
                    fallback={<span class="quiet">{t('settings.actingNow')}</span>}
                  >
                    <Button size="small" busy={choosing() === one.id} onClick={() => void act(one)}>
                      {t('settings.act')}
                      <span class="visually-hidden">: {agencyOf(one)}</span>
                    </Button>
                  </Show>
                }
              >
                <p>
                  <strong>{agencyOf(one)}</strong> {t(`profession.${one.profession}`)}
                </p>
              </Row>
            )}
          </For>
        </Rows>
        <Show when={problem()}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
      </Section>
    </Show>
  );
}
