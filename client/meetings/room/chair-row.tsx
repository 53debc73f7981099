// Who leads, and for whoever does, the next move. Whoever is there can take the chair: the one who has it is named.
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { OpenItem } from '../../../shared/meeting.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import styles from './head.module.css';
import { phaseTitle } from './phase-words.ts';
import { currentItem, leads, openItem, useRoom } from './room.ts';

function Moving(props: { item: OpenItem }): JSX.Element {
  const { room, moves, view } = useRoom();
  const [closing, setClosing] = createSignal(false);
  const phases = () => room().meeting.phases;
  const at = () => props.item.phase ?? 0;
  const go = (phase: number) => {
    moves.forget();
    void moves.move('set-phase', { itemId: props.item.id, phase });
    view.follow();
  };
  const close = () => {
    moves.forget();
    setClosing(true);
  };
  const titleAt = (index: number) => {
    const phase = phases()[index];
    return phase ? phaseTitle(phase) : '';
  };
  return (
    <>
      <div class={styles.moves}>
        <Show when={at() > 0}>
          <Button size="small" kind="quiet" busy={moves.busy()} onClick={() => go(at() - 1)}>
            {t('meetingRoom.previous', { phase: titleAt(at() - 1) })}
          </Button>
        </Show>
        <Button
          size="small"
          kind={at() < phases().length - 1 ? 'quiet' : 'primary'}
          busy={moves.busy()}
          onClick={close}
        >
          {t('meetingRoom.closeItem')}
        </Button>
        <Show when={at() < phases().length - 1}>
          <Button size="small" kind="primary" busy={moves.busy()} onClick={() => go(at() + 1)}>
            {t('meetingRoom.next', { phase: titleAt(at() + 1) })}
          </Button>
        </Show>
      </div>
      <Dialog
        open={closing()}
        title={t('meetingRoom.closeTitle', { name: props.item.childGivenName })}
        onClose={() => setClosing(false)}
        actions={
          <>
            <Button onClick={() => setClosing(false)}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              busy={moves.busy()}
              onClick={async () => {
                await moves.move('close-item', { itemId: props.item.id });
                setClosing(false);
              }}
            >
              {t('meetingRoom.closeItem')}
            </Button>
          </>
        }
      >
        <p>{t('meetingRoom.closeLead')}</p>
      </Dialog>
    </>
  );
}

/** Between two items the chair may end the meeting. */
function Ending(): JSX.Element {
  const { room, moves } = useRoom();
  const [ending, setEnding] = createSignal(false);
  const left = () => room().items.filter(({ state }) => state === 'planned').length;
  return (
    <>
      <div class={styles.moves}>
        <Button size="small" kind={left() === 0 ? 'primary' : 'quiet'} onClick={() => setEnding(true)}>
          {t('meetingRoom.end')}
        </Button>
      </div>
      <Dialog
        open={ending()}
        title={t('meetingRoom.endTitle')}
        onClose={() => setEnding(false)}
        actions={
          <>
            <Button onClick={() => setEnding(false)}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              busy={moves.busy()}
              onClick={async () => {
                await moves.move('end');
                setEnding(false);
              }}
            >
              {t('meetingRoom.end')}
            </Button>
          </>
        }
      >
        <Show when={left() > 0}>
          <p>{t('meetingRoom.endPostpones', { count: left() })}</p>
        </Show>
        <p>{t('meetingRoom.endLead')}</p>
      </Dialog>
    </>
  );
}

export function ChairRow(): JSX.Element {
  const { room, moves, view } = useRoom();
  const current = () => currentItem(room());
  const item = () => openItem(current());
  const goToVoice = () => {
    const one = item();
    const voice = room().meeting.phases.findIndex(({ key }) => key === 'child-voice');
    moves.forget();
    if (one && voice >= 0) view.open({ itemId: one.id, part: voice });
  };
  return (
    <>
      <div class={styles.chair}>
        <p class="quiet">
          <Switch fallback={t('meetingRoom.chairNobody')}>
            <Match when={leads(room())}>{t('meetingRoom.youLead')}</Match>
            <Match when={room().meeting.chair}>
              {(chair) => <>{t('meetingRoom.chairIs', { name: chair().name })}</>}
            </Match>
          </Switch>
        </p>
        <Switch>
          <Match when={room().can.includes('take-chair')}>
            <Button
              size="small"
              kind="quiet"
              busy={moves.busy()}
              onClick={() => {
                moves.forget();
                void moves.move('take-chair');
              }}
            >
              {t('meetingRoom.takeChair')}
            </Button>
          </Match>
          <Match when={item()?.can.includes('lead') ? item() : undefined}>
            {(one) => <Moving item={one()} />}
          </Match>
          <Match when={leads(room()) && !current()}>
            <Ending />
          </Match>
        </Switch>
      </div>
      <Show when={moves.childFirst() && item()}>
        {(one) => (
          <div role="status">
            <Notice title={t('meetingRoom.childFirst')}>
              {t('meetingRoom.childFirstLead', { name: one().childGivenName })}{' '}
              <button type="button" class={styles.textlink} onClick={goToVoice}>
                {t('meetingRoom.toChildVoice')}
              </button>
            </Notice>
          </div>
        )}
      </Show>
      <Show when={moves.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </>
  );
}
