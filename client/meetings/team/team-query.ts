// What is read of a team's way of meeting.
import { useQuery } from '@tanstack/solid-query';
import { listMeetingTemplates } from '../../../shared/meeting-templates.ts';
import { call } from '../../api/call.ts';
import { meetingsKey } from '../../live/index.ts';

export const useTemplates = (teamId: () => string) =>
  useQuery(() => ({
    queryKey: [...meetingsKey, 'templates', teamId()],
    queryFn: ({ signal }) => call(listMeetingTemplates, { params: { teamId: teamId() }, signal }),
  }));
