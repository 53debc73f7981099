// The meetings of one's teams that go on, at the foot of the list: how they go on, and their end.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { MeetingSeries } from '../../shared/meeting.ts';
import { endSeries } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useDoing } from './meetings-query.ts';
import { SeriesDialog } from './series-dialog.tsx';
import { seriesWords } from './series-words.ts';

type Team = { readonly id: string; readonly name: string };

function EndDialog(props: { series: MeetingSeries; team: string; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const end = async (): Promise<void> => {
    const params = { seriesId: props.series.id };
    if (await doing.run(params, (key) => call(endSeries, { params, body: {}, key }))) props.onClose();
  };
  return (
    <Dialog
      open
      title={t('meeting.seriesEnd')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={doing.busy()} onClick={() => void end()}>
            {t('meeting.seriesEnd')}
          </Button>
        </>
      }
    >
      <p>
        {props.team}: {seriesWords(props.series)}
      </p>
      <p>{t('meeting.seriesEndLead')}</p>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}

export function SeriesPart(props: { series: readonly MeetingSeries[]; teams: readonly Team[] }): JSX.Element {
  const [beginning, setBeginning] = createSignal(false);
  const [ending, setEnding] = createSignal<MeetingSeries>();
  const teamOf = (one: MeetingSeries) => props.teams.find(({ id }) => id === one.teamId)?.name ?? '';
  return (
    <>
      <Section
        title={t('meeting.seriesTitle')}
        look="sheet"
        aside={
          <Button size="small" icon="plus" onClick={() => setBeginning(true)}>
            {t('meeting.seriesBegin')}
          </Button>
        }
      >
        <Show when={props.series.length > 0} fallback={<p class="quiet">{t('meeting.seriesNone')}</p>}>
          <Rows>
            <For each={props.series}>
              {(one) => (
                <Row
                  end={
                    <Button size="small" kind="quiet" onClick={() => setEnding(one)}>
                      {t('meeting.seriesEnd')}
                      <span class="visually-hidden">: {teamOf(one)}</span>
                    </Button>
                  }
                >
                  <p>{teamOf(one)}</p>
                  <p class="quiet">{seriesWords(one)}</p>
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      </Section>
      <Show when={beginning()}>
        <SeriesDialog teams={props.teams} onClose={() => setBeginning(false)} />
      </Show>
      <Show when={ending()} keyed>
        {(one) => <EndDialog series={one} team={teamOf(one)} onClose={() => setEnding(undefined)} />}
      </Show>
    </>
  );
}
