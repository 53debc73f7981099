// Which steps a list shows and in what order. Pure.
import type { Step } from '../../shared/steps.ts';

/** By due date, those without one last. */
const byDue = (a: Step, b: Step): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.writtenAt.localeCompare(b.writtenAt);
const newest = (a: Step, b: Step): number => b.changedAt.localeCompare(a.changedAt);

export type Listed = { readonly open: Step[]; readonly over: Step[] };

/** The steps of an item of an agenda, or of the whole case (null): what is open by due date, then what is over, newest first. */
export const listed = (steps: readonly Step[], agendaItemId: string | null): Listed => {
  const own = steps.filter((one) => agendaItemId === null || one.agendaItemId === agendaItemId);
  return {
    open: own.filter((one) => one.state === 'open').sort(byDue),
    over: own.filter((one) => one.state !== 'open').sort(newest),
  };
};

/** What comes back when an item is taken up: what is open and was not agreed in it, late ones first; and what is over since then. */
export const comingBack = (steps: readonly Step[], agendaItemId: string, since: string): Listed => {
  const before = steps.filter((one) => one.agendaItemId !== agendaItemId);
  const { open, over } = listed(before, null);
  return { open, over: over.filter((one) => one.changedAt > since) };
};
