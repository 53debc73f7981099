// What happens next in this case: who writes what by when, and the statutory clocks.
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { DueWord } from '../today/due-word.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { useCase } from './case-room.tsx';
import styles from './overview.module.css';
import { StatutoryClock } from './statutory-clock.tsx';

/** The nearest days; the rest opens below them. */
const atFirst = 6;

/** The assessment being written, or else the newest. */
export const currentAssessment = ({ assessments }: Workspace): Workspace['assessments'][number] | undefined =>
  assessments.find((one) => one.status === 'open') ??
  [...assessments].sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0];

export function NextCard(props: { onOpen?: (() => void) | undefined }): JSX.Element {
  const { workspace, base, me } = useCase();
  const assessment = createMemo(() => currentAssessment(workspace()));
  const asked = createMemo(() =>
    workspace()
      .contributions.filter((one) => one.assessmentId === assessment()?.id && one.status === 'asked')
      .sort(
        (a, b) =>
          Number(isMine(b, me())) - Number(isMine(a, me())) ||
          (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
      ),
  );
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? asked() : asked().slice(0, atFirst));
  const any = () => workspace().contributions.some((one) => one.assessmentId === assessment()?.id);
  const address = () => `${base()}/assessment`;
  const family = () => session()?.family === true;
  return (
    <Section title={t('cases.nextTitle')} look="sheet">
      <Switch
        fallback={
          <Show when={!family()} fallback={<p>{t('cases.nextFamily')}</p>}>
            <p>{t('cases.nextNoAssessment')}</p>
            <p class="quiet">{t('cases.nextNoAssessmentDetail')}</p>
            <Show when={props.onOpen}>
              {(open) => (
                <div>
                  <Button onClick={() => open()()}>{t('cases.openAssessment')}</Button>
                </div>
              )}
            </Show>
          </Show>
        }
      >
        <Match when={assessment()?.status === 'signed'}>
          <p>{t('cases.nextSigned')}</p>
          <div>
            <LinkButton href={address()}>{t('cases.toAssessment')}</LinkButton>
          </div>
        </Match>
        <Match when={assessment()}>
          {(open) => (
            <>
              <Show
                when={asked().length > 0}
                fallback={
                  <Show when={any() || family()} fallback={<p>{t('cases.nextNothingYet')}</p>}>
                    <Show when={any()}>
                      <p>{t('cases.nextNothing')}</p>
                    </Show>
                  </Show>
                }
              >
                <Rows>
                  <For each={shown()}>{(one) => <Asked one={one} address={address()} />}</For>
                </Rows>
                <Show when={shown().length < asked().length}>
                  <div>
                    <Button kind="quiet" size="small" onClick={() => setAll(true)}>
                      {t('cases.showAll', { count: asked().length })}
                    </Button>
                  </div>
                </Show>
              </Show>
              <Show when={!any() && !family()}>
                <div>
                  <LinkButton href={address()} kind="primary">
                    {t('today.askNow')}
                  </LinkButton>
                </div>
              </Show>
              <div class={styles.clocks}>
                <Show when={open().decision.metOn === null && !family()}>
                  <StatutoryClock clock={open().decision} label={t('deadline.decision')} />
                </Show>
                <StatutoryClock clock={open().ready} label={t('deadline.ready')} />
              </div>
            </>
          )}
        </Match>
      </Switch>
    </Section>
  );
}

/** What waits for the reader stands first: it is what they can do something about. */
const isMine = (one: Workspace['contributions'][number], me: string): boolean =>
  one.contributorIds.includes(me);

function Asked(props: { one: Workspace['contributions'][number]; address: string }): JSX.Element {
  const { workspace, me } = useCase();
  const mine = () => isMine(props.one, me());
  const names = () =>
    workspace()
      .members.filter((member) => props.one.contributorIds.includes(member.personId))
      .map((member) => member.givenName)
      .join(', ');
  return (
    <Row
      end={
        <Show
          when={mine()}
          fallback={
            <span class="quiet">
              <DueWord dueOn={props.one.dueOn} today={isoDay(new Date())} />
            </span>
          }
        >
          <LinkButton href={`${props.address}?area=${props.one.area}`} kind="primary" size="small">
            {t(props.one.entryId ? 'today.goOn' : 'today.write')}
          </LinkButton>
        </Show>
      }
    >
      <p>
        {mine()
          ? t('cases.yours', { area: t(`lifeArea.${props.one.area}`) })
          : t('cases.waitsFor', { name: names(), area: t(`lifeArea.${props.one.area}`) })}
      </p>
      <p class="quiet">
        {t('cases.asked', { date: date(props.one.askedAt) })}
        <Show when={mine()}>
          {' · '}
          <DueWord dueOn={props.one.dueOn} today={isoDay(new Date())} />
        </Show>
      </p>
    </Row>
  );
}
