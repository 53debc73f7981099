// Routes of the live room that are plain HTTP.
import { PollRequest, PollResponse } from './live.ts';
import { route } from './route.ts';

export const pollLive = route({
  id: 'poll-live',
  method: 'POST',
  path: '/api/live/poll',
  summary: 'Live frames by polling, where a network blocks sockets',
  who: 'signed-in',
  body: PollRequest,
  response: PollResponse,
});
