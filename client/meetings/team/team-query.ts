// What is read of a team's way of meeting.
import { useQuery } from '@tanstack/solid-query';
import { listMeetingTemplates } from '../../../shared/meeting-templates.ts';
import { getTeamFigures } from '../../../shared/team-figures.ts';
import { call } from '../../api/call.ts';
import { meetingsKey } from '../../live/index.ts';

export const useTemplates = (teamId: () => string) =>
  useQuery(() => ({
    queryKey: [...meetingsKey, 'templates', teamId()],
    queryFn: ({ signal }) => call(listMeetingTemplates, { params: { teamId: teamId() }, signal }),
  }));

export const useFigures = (teamId: () => string) =>
  useQuery(() => ({
    queryKey: [...meetingsKey, 'figures', teamId()],
    queryFn: ({ signal }) => call(getTeamFigures, { params: { teamId: teamId() }, signal }),
  }));
