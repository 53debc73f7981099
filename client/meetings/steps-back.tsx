// The steps of last time, under their heading: in a row of the agenda that is opened, and where an item begins.
import type { JSX } from 'solid-js';
import type { ItemNews } from '../../shared/agenda-news.ts';
import { t } from '../i18n/index.ts';
import { type ComingBack, StepsComingBack } from '../steps/steps-part.tsx';

/** Of steps that were agreed before there was any discussion, nothing is said of a last time. */
export const stepsTitle = ({ discussed }: Pick<ItemNews, 'discussed'>): string =>
  t(discussed ? 'meetingNews.steps' : 'meetingNews.stepsFirst');

export function StepsBack(props: Omit<ComingBack, 'since'> & { news: ItemNews }): JSX.Element {
  return (
    <>
      <h3>{stepsTitle(props.news)}</h3>
      <StepsComingBack
        workspace={props.workspace}
        me={props.me}
        agendaItemId={props.agendaItemId}
        since={props.news.since}
      />
    </>
  );
}
