// What comes to the lists of consultations while a page is open is said, once and politely.
import { createEffect } from 'solid-js';
import type { Lists } from '../../shared/consultation-lists.ts';
import { t } from '../i18n/index.ts';
import { createNewly } from '../today/newly.ts';
import { announce } from '../ui/announcer.tsx';
import { isOver } from './consultations-query.ts';

export const tellArrivals = (lists: () => Lists | undefined): void => {
  const queued = createNewly();
  const moved = createNewly();
  createEffect(() => {
    const now = lists();
    if (!now) return;
    if (queued(now.queue.map((one) => one.id)).length > 0) announce(t('consultation.newInQueue'));
    const mine = now.asked.filter((one) => !isOver(one));
    const changed = new Set(moved(mine.map((one) => `${one.id} ${one.changedAt}`)));
    for (const one of mine)
      if (changed.has(`${one.id} ${one.changedAt}`))
        announce(t('consultation.newTurn', { number: one.number }));
  });
};
