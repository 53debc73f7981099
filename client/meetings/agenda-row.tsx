// One case on the agenda: when, whose, who presents it, who is invited; and its place in the order. To the rest of the team a
// restricted one is a lock, a time and a place.
import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { ItemNews as News } from '../../shared/agenda-news.ts';
import type { AgendaItem, Expected, ItemVisit, MeetingFrame, OpenItem } from '../../shared/meeting.ts';
import { time } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Menu } from '../ui/menu.tsx';
import { Notice } from '../ui/notice.tsx';
import { RestrictedMark } from '../ui/paper.tsx';
import type { Span } from './agenda-times.ts';
import { ChangeItemDialog } from './change-item-dialog.tsx';
import { cannotWords } from './comers.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { ItemNews } from './item-news.tsx';
import { ItemQuestion } from './item-question.tsx';
import styles from './meetings.module.css';
import { moveByKey, OrderControls } from './order-controls.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { VisitDialog } from './visit-dialog.tsx';
import { clockOf, itemName, personWords } from './words.ts';

export type Ordering = {
  readonly first: boolean;
  readonly last: boolean;
  readonly busy: boolean;
  readonly move: (step: -1 | 1) => void;
  readonly take: (minutes: number) => void;
};
type Opened = 'invite' | 'change' | 'postpone-item' | 'withdraw-item';

const lengths = [5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120];

/** What is opened from a row: one thing at a time. */
const useOpened = () => {
  const [opened, setOpened] = createSignal<Opened>();
  const [visit, setVisit] = createSignal<ItemVisit>();
  return { opened, setOpened, visit, setVisit };
};
type Opening = ReturnType<typeof useOpened>;

export function AgendaRow(props: {
  meeting: MeetingFrame;
  item: AgendaItem;
  span: Span | undefined;
  news: News | undefined;
  /** Its presenter, where they cannot come. */
  missing: Expected | undefined;
  order: Ordering | undefined;
}): JSX.Element {
  const opening = useOpened();
  const open = () => (props.item.restricted ? undefined : props.item);
  const byKey = (event: KeyboardEvent) => {
    const order = props.order;
    if (order && !order.busy) moveByKey(event, order.move);
  };
  return (
    <li class={styles.item} data-item={props.item.id} onKeyDown={byKey}>
      <div class={styles.times}>
        <Show when={props.span}>
          {(span) => (
            <>
              <span class="numbers">{time(span().from)}</span>
              <span class={`numbers ${styles.until}`}>–{time(span().until)}</span>
            </>
          )}
        </Show>
      </div>
      <div class={styles.who}>
        <Show when={open()} fallback={<RestrictedMark />}>
          {(item) => <Head item={item()} opening={opening} />}
        </Show>
      </div>
      <div class={styles.order}>
        <Show
          when={props.order}
          fallback={<p class="quiet numbers">{t('meeting.minutes', { count: props.item.minutes })}</p>}
        >
          {(order) => (
            <OrderControls
              name={itemName(props.item)}
              minutes={props.item.minutes}
              lengths={lengths}
              first={order().first}
              last={order().last}
              busy={order().busy}
              onMinutes={(minutes) => order().take(minutes)}
              onMove={(step) => order().move(step)}
            />
          )}
        </Show>
      </div>
      <Show when={open()}>
        {(item) => (
          <>
            <Details item={item()} news={props.news} missing={props.missing} opening={opening} />
            <Dialogs meeting={props.meeting} item={item()} span={props.span} opening={opening} />
          </>
        )}
      </Show>
    </li>
  );
}

const familyWords = ({ familyStance, familyNote }: OpenItem): string => {
  const stance =
    familyStance === null
      ? t('meeting.familyUnknown')
      : t('meeting.familyKnows', { stance: t(`familyStance.${familyStance}`).toLowerCase() });
  return familyNote ? `${stance}. ${familyNote}` : stance;
};

function Head(props: { item: OpenItem; opening: Opening }): JSX.Element {
  const open = (what: Opened) => () => props.opening.setOpened(what);
  const can = (ability: OpenItem['can'][number]) => props.item.can.includes(ability);
  const acts = () => [
    ...(can('invite') ? [{ label: t('meeting.invite'), onSelect: open('invite') }] : []),
    ...(can('change') ? [{ label: t('meeting.changeItem'), onSelect: open('change') }] : []),
    ...(can('withdraw')
      ? [
          { label: t('meeting.postpone'), onSelect: open('postpone-item') },
          { label: t('meeting.withdraw'), danger: true, onSelect: open('withdraw-item') },
        ]
      : []),
  ];
  return (
    <>
      <p>
        <A class={styles.name ?? ''} href={`/cases/${props.item.caseId}`}>
          {props.item.childGivenName}
        </A>{' '}
        <span class="quiet numbers">{props.item.caseNumber}</span>
      </p>
      <Show when={acts().length > 0}>
        <Menu name={`${t('ui.menu')}: ${props.item.childGivenName}`} items={acts()} />
      </Show>
    </>
  );
}

function Details(props: {
  item: OpenItem;
  news: News | undefined;
  missing: Expected | undefined;
  opening: Opening;
}): JSX.Element {
  const [reads, setReads] = createSignal(false);
  const invites = () => props.item.can.includes('invite');
  return (
    <div class={styles.details}>
      <p class={styles.small}>
        {t('meeting.presents', { name: props.item.presenter.name })}
        <span class="quiet"> · {familyWords(props.item)}</span>
      </p>
      <Show when={props.missing}>
        {(one) => <PresenterMissing of={one()} changes={props.item.can.includes('change')} />}
      </Show>
      <Show when={props.item.visits.length > 0}>
        <ul class={styles.visits} aria-label={t('meeting.visitors')}>
          <For each={props.item.visits}>
            {(one) => (
              <Visitor of={one} onChange={invites() ? () => props.opening.setVisit(one) : undefined} />
            )}
          </For>
        </ul>
      </Show>
      <Disclosure
        summary={
          <>
            {t('meeting.questionTitle')}
            <span class="visually-hidden">: {props.item.childGivenName}</span>
          </>
        }
        onToggle={setReads}
      >
        <Show when={reads()}>
          <ItemQuestion item={props.item} />
        </Show>
      </Disclosure>
      <Show when={props.news}>{(news) => <ItemNews item={props.item} news={news()} />}</Show>
    </div>
  );
}

function PresenterMissing(props: { of: Expected; changes: boolean }): JSX.Element {
  const what = () => {
    const why = cannotWords(props.of);
    return why === '' ? t('meeting.presenterCannot') : t('meeting.presenterAway', { why });
  };
  return (
    <Notice tone="amber">
      {what()}
      <Show when={props.changes}>
        <br />
        {t('meeting.presenterChange')}
      </Show>
    </Notice>
  );
}

function Dialogs(props: {
  meeting: MeetingFrame;
  item: OpenItem;
  span: Span | undefined;
  opening: Opening;
}): JSX.Element {
  const opened = () => props.opening.opened();
  const close = () => props.opening.setOpened(undefined);
  const reasoned = () => {
    const act = opened();
    return act === 'postpone-item' || act === 'withdraw-item' ? act : undefined;
  };
  return (
    <>
      <Show when={opened() === 'invite'}>
        <InviteDialog meeting={props.meeting} item={props.item} span={props.span} onClose={close} />
      </Show>
      <Show when={opened() === 'change'}>
        <ChangeItemDialog item={props.item} onClose={close} />
      </Show>
      <Show when={reasoned()} keyed>
        {(act) => (
          <ReasonDialog
            meetingId={props.meeting.id}
            act={act}
            item={{ id: props.item.id, name: props.item.childGivenName }}
            onClose={close}
          />
        )}
      </Show>
      <Show when={props.opening.visit()} keyed>
        {(one) => <VisitDialog visit={one} onClose={() => props.opening.setVisit(undefined)} />}
      </Show>
    </>
  );
}

function Visitor(props: { of: ItemVisit; onChange: (() => void) | undefined }): JSX.Element {
  const answer = () =>
    props.of.answer === null ? t('meeting.visitWaiting') : t(`visitAnswer.${props.of.answer}`);
  return (
    <li>
      <span>
        <strong>{personWords(props.of.person)}</strong>{' '}
        <span class="quiet numbers">{clockOf(props.of.fromAt, props.of.untilAt)}</span>
      </span>
      <span class={styles['visit-end']}>
        <span class={styles['visit-answer']} data-answer={props.of.answer ?? 'none'}>
          {answer()}
        </span>
        <Show when={props.onChange}>
          {(change) => (
            <IconButton
              icon="pen"
              name={`${t('meeting.visitChange')}: ${props.of.person.name}`}
              onClick={() => change()()}
            />
          )}
        </Show>
      </span>
    </li>
  );
}
