// The grounds and prohibitions of the case: what, between whom, until when, on what it rests. Each is shown once, even if
// it was recorded for several people of an agency.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useCase } from './case-room.tsx';
import { classList, groundState, groundTitle, groupEqual } from './ground-words.ts';
import styles from './members.module.css';
import { agencyName } from './members-words.ts';
import { RecordGroundDialog } from './record-ground-dialog.tsx';
import { WithdrawGroundDialog } from './withdraw-ground-dialog.tsx';
import { memberOf } from './workspace.ts';

type Ground = Workspace['grounds'][number];

/** @param withdrawable ids of those that the viewer may end: the server says */
export function Grounds(props: { withdrawable: readonly string[] }): JSX.Element {
  const { workspace } = useCase();
  const [recording, setRecording] = createSignal<'allow' | 'prohibit'>();
  const [withdrawing, setWithdrawing] = createSignal<readonly Ground[]>([]);
  const mayRecord = () => workspace().case.can.includes('record-ground');
  const grounds = createMemo(() => {
    const now = new Date();
    const open = (one: Ground) => ['valid', 'ahead'].includes(groundState(one, now));
    const sorted = [...workspace().grounds].sort((a, b) => b.startsAt.localeCompare(a.startsAt));
    const grouped = (some: Ground[]) =>
      groupEqual(some).flatMap((equal) => (equal[0] ? [{ one: equal[0], equal }] : []));
    return { now: grouped(sorted.filter(open)), earlier: grouped(sorted.filter((one) => !open(one))) };
  });
  const mayWithdraw = (one: Ground) =>
    props.withdrawable.includes(one.id) && ['valid', 'ahead'].includes(groundState(one, new Date()));
  return (
    <Section
      title={t('members.groundsTitle')}
      lead={t('members.groundsLead')}
      aside={
        <Show when={mayRecord()}>
          <span class={styles.steps}>
            <Button size="small" icon="plus" onClick={() => setRecording('allow')}>
              {t('sharing.recordGround')}
            </Button>
            <Button size="small" icon="plus" onClick={() => setRecording('prohibit')}>
              {t('sharing.recordProhibition')}
            </Button>
          </span>
        </Show>
      }
    >
      <Show when={grounds().now.length > 0} fallback={<p class="quiet">{t('members.groundsNone')}</p>}>
        <Rows>
          <For each={grounds().now}>
            {({ one, equal }) => (
              <Row
                end={
                  <Show when={mayWithdraw(one)}>
                    <Button size="small" onClick={() => setWithdrawing(equal)}>
                      {t('members.withdraw')}
                      <span class="visually-hidden">: {groundTitle(one)}</span>
                    </Button>
                  </Show>
                }
              >
                <GroundLines ground={one} />
              </Row>
            )}
          </For>
        </Rows>
      </Show>
      <Show when={grounds().earlier.length > 0}>
        <Disclosure summary={t('sharing.earlier', { count: grounds().earlier.length })}>
          <Rows>
            <For each={grounds().earlier}>
              {({ one }) => (
                <Row>
                  <GroundLines ground={one} />
                </Row>
              )}
            </For>
          </Rows>
        </Disclosure>
      </Show>
      <WithdrawGroundDialog equal={withdrawing()} onClose={() => setWithdrawing([])} />
      <Show when={mayRecord()}>
        <RecordGroundDialog effect={recording()} onClose={() => setRecording(undefined)} />
      </Show>
    </Section>
  );
}

function GroundLines(props: { ground: Ground }): JSX.Element {
  const { workspace } = useCase();
  const name = (id: string | null) => {
    const found = workspace().agencies.find((one) => one.id === id);
    return found ? agencyName(found) : t('members.everybody');
  };
  const state = () => groundState(props.ground, new Date());
  const period = () => {
    const { startsAt, endsAt, withdrawnAt } = props.ground;
    if (withdrawnAt !== null) return t('members.withdrawnOn', { date: date(withdrawnAt) });
    if (state() === 'ahead' && endsAt === null) return t('members.begins', { date: date(startsAt) });
    if (endsAt === null) return t('members.validFrom', { date: date(startsAt) });
    if (state() === 'expired') return t('members.expiredOn', { date: date(lastDay(endsAt)) });
    return t('members.validBetween', { from: date(startsAt), until: date(lastDay(endsAt)) });
  };
  const giver = () => {
    const { givenBy, givenByRelation } = props.ground;
    const relation = workspace().relations.find((one) => one.id === givenByRelation);
    const found = relation ?? (givenBy && memberOf(workspace(), givenBy));
    return found ? t('members.givenByName', { name: found.name }) : '';
  };
  return (
    <div class={state() === 'valid' ? undefined : styles.over}>
      <p>
        <strong>{groundTitle(props.ground)}</strong>{' '}
        <Show when={props.ground.effect === 'prohibit'}>
          <span class={styles.effect} data-effect="prohibit">
            {t('members.prohibit')}
          </span>
        </Show>
      </p>
      <p>
        {t('members.direction', { from: name(props.ground.fromAgencyId), to: name(props.ground.toAgencyId) })}
      </p>
      <p class="quiet">{classList(props.ground.dataClasses)}</p>
      <p class="quiet">{[period(), giver()].filter((part) => part !== '').join(' · ')}</p>
      <Show when={props.ground.capacity}>
        {(capacity) => (
          <p class="quiet">
            {[t(`capacity.${capacity()}`), props.ground.capacityReason ?? '']
              .filter((part) => part !== '')
              .join(': ')}
          </p>
        )}
      </Show>
      <p class="quiet">{props.ground.evidence}</p>
    </div>
  );
}
