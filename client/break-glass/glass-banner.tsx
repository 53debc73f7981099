// Over every page of a case that is open by emergency access: to whoever opened it, with the minutes left and the end; to
// the others who may know of it, with the name.
import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, lazy, onCleanup, Show, Suspense } from 'solid-js';
import { endBreakGlass } from '../../shared/break-glass.ts';
import type { Workspace } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { useCase } from '../cases/case-room.tsx';
import { time } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import shapes from '../ui/shapes.module.css';
import { showToast } from '../ui/toast.tsx';
import styles from './break-glass.module.css';

const VitalDialog = lazy(async () => ({ default: (await import('./vital-dialog.tsx')).VitalDialog }));

type Member = Workspace['members'][number];
const tickMs = 5_000;

export function GlassBanner(): JSX.Element {
  const { workspace, me } = useCase();
  const [now, setNow] = createSignal(new Date().toISOString());
  const timer = setInterval(() => setNow(new Date().toISOString()), tickMs);
  onCleanup(() => clearInterval(timer));
  const open = (): Member[] =>
    workspace().members.filter(
      (one) => one.role === 'break-glass' && one.endsAt !== null && one.endsAt > now() && me() !== '',
    );
  const mine = () => open().find((one) => one.personId === me());
  const other = () => open().find((one) => one.personId !== me());
  return (
    <Show
      when={mine()}
      fallback={
        <Show when={other()}>
          {(one) => (
            <section class={styles.banner} aria-label={t('glass.bannerMine')} data-screen-only>
              <p role="status">
                {t('glass.bannerOther', { name: one().name, time: time(one().endsAt ?? '') })}
              </p>
            </section>
          )}
        </Show>
      }
    >
      {(one) => <Mine until={one().endsAt ?? ''} now={now()} />}
    </Show>
  );
}

function Mine(props: { until: string; now: string }): JSX.Element {
  const { caseId } = useCase();
  const navigate = useNavigate();
  const sending = createSending();
  const [opening, setOpening] = createSignal(false);
  const left = () => Math.max(1, Math.ceil((Date.parse(props.until) - Date.parse(props.now)) / 60_000));
  const end = async () => {
    const params = { caseId: caseId() };
    const done = await sending.send(params, async (key) => {
      await call(endBreakGlass, { params, body: {}, key });
    });
    if (!done) {
      showToast(wordsFor(sending.problem()));
      return;
    }
    navigate('/');
    showToast(t('glass.ended'));
  };
  return (
    <section class={styles.banner} aria-label={t('glass.bannerMine')} data-screen-only>
      <p>
        <strong>
          {t('glass.bannerMine')} ·{' '}
          <span class={styles.left}>{t('glass.minutesLeft', { count: left() })}</span>
        </strong>{' '}
        {t('glass.bannerMineDetail')}
      </p>
      <span class={shapes.ways}>
        <Button size="small" onClick={() => setOpening(true)}>
          {t('glass.vital')}
        </Button>
        <Button size="small" kind="primary" busy={sending.busy()} onClick={() => void end()}>
          {t('glass.end')}
        </Button>
      </span>
      <Show when={opening()}>
        <Suspense>
          <VitalDialog onClose={() => setOpening(false)} />
        </Suspense>
      </Show>
    </section>
  );
}
