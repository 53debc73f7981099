// Who is in the room, for the case that is discussed: what each does there, visitors with their agency; and who was asked and is not
// there yet.
import { For, type JSX, Show } from 'solid-js';
import type { MeetingPerson, OpenItem } from '../../../shared/meeting.ts';
import { locale, t } from '../../i18n/index.ts';
import { session } from '../../sessions/session.ts';
import type { AgencyKind } from '../../ui/agency-kind.ts';
import { AgencyMark } from '../../ui/agency-mark.tsx';
import { Avatar, initialsOf } from '../../ui/avatar.tsx';
import styles from './agenda.module.css';
import { useItemIfAny } from './item-case.tsx';
import { currentItem, openItem, useRoom } from './room.ts';

const answers = { 'comes-not': 'comesNot', writes: 'writesInstead', comes: 'notYet' } as const;

/** By the members of the case in view; the team is of the reader's own agency. */
const useAgencyKind = (): ((person: MeetingPerson) => AgencyKind) => {
  const around = useItemIfAny();
  return ({ personId, agencyNameFi }) => {
    const member = around?.workspace()?.members.find((one) => one.personId === personId);
    if (member) return member.agencyKind ?? 'family';
    return agencyNameFi === null ? 'family' : (session()?.affiliation?.agencyKind ?? 'child-protection');
  };
};

function Line(props: { person: MeetingPerson; here: boolean; visits: boolean; note: string }): JSX.Element {
  const kindOf = useAgencyKind();
  const agency = () =>
    (locale() === 'sv' ? props.person.agencyNameSv : props.person.agencyNameFi) ?? undefined;
  return (
    <li class={styles.person}>
      <Avatar
        initials={initialsOf(props.person.name)}
        agency={kindOf(props.person)}
        here={props.here}
        awaited={!props.here}
      />
      <span class={styles.who}>
        <span>{props.person.name}</span>
        <Show when={props.note}>
          <span class="quiet">{props.note}</span>
        </Show>
        <Show when={props.visits}>
          <AgencyMark kind={kindOf(props.person)} word={agency()} />
        </Show>
      </span>
    </li>
  );
}

export function PeopleHere(): JSX.Element {
  const { room, me } = useRoom();
  const item = (): OpenItem | undefined => openItem(currentItem(room()));
  const note = (person: MeetingPerson): string => {
    const parts = [
      person.personId === me() ? t('meetingRoom.you') : '',
      room().meeting.chair?.personId === person.personId ? t('meetingRoom.chairs') : '',
      item()?.presenter.personId === person.personId ? t('meetingRoom.presents') : '',
    ].filter((part) => part !== '');
    if (parts.length > 0) return parts.join(' · ');
    return person.profession === null ? '' : t(`profession.${person.profession}`);
  };
  const isHere = (personId: string) => room().present.some(({ person }) => person.personId === personId);
  const awaited = () => (item()?.visits ?? []).filter(({ person }) => !isHere(person.personId));
  return (
    <ul class={styles.people}>
      <For each={room().present}>
        {(one) => <Line person={one.person} here visits={one.itemId !== null} note={note(one.person)} />}
      </For>
      <For each={awaited()}>
        {({ person, answer }) => (
          <Line person={person} here={false} visits note={t(`meetingRoom.${answers[answer ?? 'comes']}`)} />
        )}
      </For>
    </ul>
  );
}
