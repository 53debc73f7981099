// Opening what one was invited to is accepting it: the page of the case says so once.
import { createEffect } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { acceptMembership } from '../../shared/members.ts';
import { call } from '../api/call.ts';
import { session } from '../sessions/session.ts';

/** Accepts the own invitation while its case is open. What fails is tried again on the next visit. */
export const useAcceptance = (caseId: () => string, workspace: () => Workspace | undefined): void => {
  const answered = new Set<string>();
  createEffect(() => {
    const mine = workspace()?.members.filter(
      (one) => one.personId === session()?.personId && one.can.includes('accept'),
    );
    for (const { id } of mine ?? []) {
      if (answered.has(id)) continue;
      answered.add(id);
      const params = { caseId: caseId(), memberId: id };
      void call(acceptMembership, { params, body: {} }).catch(() => answered.delete(id));
    }
  });
};
