// Under the title of a meeting: when, where, and the way into the video call.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { z } from 'zod';
import type { MeetingPlace } from '../../shared/meeting.ts';
import { t } from '../i18n/index.ts';

type Place = z.infer<typeof MeetingPlace>;

export function MeetingsPath(): JSX.Element {
  return <A href="/meetings">{t('meeting.path')}</A>;
}

/** An address outside the house: opened beside it. */
export function VideoLink(props: { link: string }): JSX.Element {
  return (
    <a href={props.link} target="_blank" rel="noopener noreferrer">
      {t('meeting.videoLink')}
    </a>
  );
}

export function PlaceFacts(props: { of: Place }): JSX.Element {
  return (
    <>
      <Show when={props.of.place}>{(place) => <span>{place()}</span>}</Show>
      <Show when={props.of.link}>{(link) => <VideoLink link={link()} />}</Show>
    </>
  );
}
