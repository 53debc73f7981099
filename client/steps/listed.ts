// Which steps a list shows and in what order. Pure.
import type { Step } from '../../shared/steps.ts';

/** By due date, those without one last. */
const byDue = (a: Step, b: Step): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.writtenAt.localeCompare(b.writtenAt);

/** The steps of an item of an agenda, or of the whole case (null): what is open by due date, then what is over, newest first. */
export const listed = (
  steps: readonly Step[],
  agendaItemId: string | null,
): { readonly open: Step[]; readonly over: Step[] } => {
  const own = steps.filter((one) => agendaItemId === null || one.agendaItemId === agendaItemId);
  return {
    open: own.filter((one) => one.state === 'open').sort(byDue),
    over: own.filter((one) => one.state !== 'open').sort((a, b) => b.changedAt.localeCompare(a.changedAt)),
  };
};
