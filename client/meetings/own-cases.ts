// The children in whose home team one is: whose case can be taken up. What is lawful the server says.
import { useQuery } from '@tanstack/solid-query';
import { listCases, type Workspace } from '../../shared/cases.ts';
import type { MemberRole } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { casesKey } from '../cases/children-page.tsx';
import { compare } from '../i18n/format.ts';

const homeRoles: readonly MemberRole[] = ['responsible', 'working-pair', 'team'];

export const useHomeCases = () => {
  const query = useQuery(() => ({
    queryKey: casesKey,
    queryFn: ({ signal }) => call(listCases, { signal }),
    reconcile: 'id',
  }));
  return {
    query,
    cases: () =>
      (query.isSuccess ? query.data.cases : [])
        .filter((one) => homeRoles.includes(one.role))
        .sort((a, b) => compare(a.childName, b.childName)),
  };
};

type Member = Workspace['members'][number];

const takesPart = (one: Member, now: Date): boolean =>
  one.acceptedAt !== null && (one.endsAt === null || Date.parse(one.endsAt) > now.getTime());

export const homeTeam = (workspace: Workspace, now: Date): Member[] =>
  workspace.members.filter(
    (one) =>
      takesPart(one, now) && one.agencyId === workspace.case.ownerAgencyId && homeRoles.includes(one.role),
  );

/** Members of the case who are not of its home team, the family among them. */
export const mayVisit = (workspace: Workspace, now: Date): Member[] =>
  workspace.members.filter(
    (one) =>
      takesPart(one, now) && one.agencyId !== workspace.case.ownerAgencyId && one.role !== 'break-glass',
  );
