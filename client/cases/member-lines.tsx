// One member in the list: who, of which agency, since when and until when, on what ground, and what was answered.
import { type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { useCase } from './case-room.tsx';
import { groundsFor } from './ground-words.ts';
import styles from './members.module.css';
import { memberAgency, roleIn } from './members-words.ts';

type Member = Workspace['members'][number];

export const isOver = (member: Member): boolean =>
  member.endsAt !== null && member.endsAt <= new Date().toISOString();

export function MemberLines(props: { member: Member }): JSX.Element {
  const { workspace } = useCase();
  const period = () => {
    const { startsAt, endsAt } = props.member;
    if (endsAt === null) return t('members.since', { date: date(startsAt) });
    if (isOver(props.member)) return t('members.ended', { date: date(lastDay(endsAt)) });
    return `${t('members.since', { date: date(startsAt) })}, ${t('members.until', { date: date(lastDay(endsAt)) })}`;
  };
  const ground = () => groundsFor(workspace(), props.member);
  const invitation = () => workspace().invitations.find((one) => one.id === props.member.id);
  const answer = () => {
    const { acceptedAt, substitutesFor } = props.member;
    if (substitutesFor !== null || props.member.role === 'responsible') return '';
    if (acceptedAt !== null) return t('membership.acceptedOn', { date: date(acceptedAt) });
    return isOver(props.member) ? '' : t('membership.notAnswered');
  };
  return (
    <div class={isOver(props.member) ? styles.over : undefined}>
      <p>
        <strong>{props.member.name}</strong> <span class="quiet">{roleIn(workspace(), props.member)}</span>
      </p>
      <AgencyMark kind={props.member.agencyKind ?? 'family'} word={memberAgency(props.member)} />
      <p class="quiet">{[period(), answer(), ground()].filter((part) => part !== '').join(' · ')}</p>
      <Show when={invitation()}>
        {(asked) => (
          <>
            <Show when={asked().declinedAt}>
              {(on) => (
                <p>{t('membership.declinedOn', { date: date(on()), reason: asked().reason ?? '' })}</p>
              )}
            </Show>
            <Show when={asked().leftAt}>
              {(on) => (
                <p>
                  {asked().reason
                    ? t('membership.leftOnWhy', { date: date(on()), reason: asked().reason ?? '' })
                    : t('membership.leftOn', { date: date(on()) })}
                </p>
              )}
            </Show>
            <Show when={asked().purpose !== '' && !isOver(props.member)}>
              <p class="quiet">{t('membership.askedWhy', { purpose: asked().purpose })}</p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
