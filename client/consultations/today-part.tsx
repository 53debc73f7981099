// Today, of the consultations: what waits for me, what my team has free, and what I asked with who has it.
import { A } from '@solidjs/router';
import { createEffect, For, type JSX, on, Show } from 'solid-js';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { t } from '../i18n/index.ts';
import { Rows, Section } from '../ui/section.tsx';
import { tellArrivals } from './arrivals.ts';
import { isOver, useConsultations } from './consultations-query.ts';
import { AskedRow, QueueRow } from './request-row.tsx';
import { isMyTurn } from './words.ts';

/** As many as a day's page carries; the rest is a press away. */
const most = 5;

/** @param props.onRead told whether there is anything to show, once it is known */
export function TodayConsultations(props: { onRead: (any: boolean) => void }): JSX.Element {
  const query = useConsultations();
  const lists = () => (query.isSuccess ? query.data : undefined);
  tellArrivals(lists);
  const open = (heads: readonly ConsultationHead[] | undefined) =>
    (heads ?? []).filter((one) => !isOver(one));
  const asked = () => open(lists()?.asked);
  const invited = () => open(lists()?.invited);
  const mine = () => open(lists()?.queue).filter(isMyTurn);
  const free = () => open(lists()?.queue).filter((one) => one.can.includes('claim'));
  const any = () => asked().length + invited().length + mine().length + free().length > 0;
  createEffect(
    on([lists, () => query.isError, any], ([now, failed, some]) => {
      if (now || failed) props.onRead(some);
    }),
  );
  const part = (
    title: string,
    heads: readonly ConsultationHead[],
    row: (one: ConsultationHead) => JSX.Element,
  ) => (
    <Show when={heads.length > 0}>
      <Section
        title={title}
        look="sheet"
        aside={
          <Show when={heads.length > most}>
            <A href="/consultations">{t('consultation.all')}</A>
          </Show>
        }
      >
        <Rows>
          <For each={heads.slice(0, most)}>{row}</For>
        </Rows>
      </Section>
    </Show>
  );
  return (
    <>
      {part(t('consultation.invited'), invited(), (one) => (
        <AskedRow head={one} />
      ))}
      {part(t('consultation.mine'), mine(), (one) => (
        <QueueRow head={one} />
      ))}
      {part(t('consultation.todayQueue'), free(), (one) => (
        <QueueRow head={one} />
      ))}
      {part(t('consultation.todayAsked'), asked(), (one) => (
        <AskedRow head={one} />
      ))}
    </>
  );
}
