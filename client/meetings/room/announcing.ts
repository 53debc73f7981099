// What a sighted person sees move is said, politely: another item, another phase, another chair.
import { createEffect, on } from 'solid-js';
import type { MeetingRoom } from '../../../shared/meeting.ts';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import { phaseTitle } from './phase-words.ts';
import { currentItem, currentPhase, leads, openItem } from './room.ts';

export const useAnnouncing = (room: () => MeetingRoom): void => {
  const item = () => openItem(currentItem(room()));
  createEffect(
    on(
      () => item()?.id,
      () => {
        const name = item()?.childGivenName;
        if (name !== undefined) announce(t('meetingRoom.movedItem', { name }));
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => `${item()?.id} ${item()?.phase}`,
      () => {
        const phase = currentPhase(room(), item());
        if (phase) announce(t('meetingRoom.movedPhase', { phase: phaseTitle(phase) }));
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => leads(room()) && room().wall?.narrowed === true,
      (narrowed) => narrowed && announce(t('wall.narrowed')),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => room().meeting.chair?.name,
      (name) => name !== undefined && announce(t('meetingRoom.movedChair', { name })),
      { defer: true },
    ),
  );
};
