// What the live part of one process has done so far, as plain numbers; somebody else puts them on a page.

export type LiveMetrics = {
  sockets: number;
  pollers: number;
  watchedStreams: number;
  eventsRead: number;
  deliveries: number;
  refetches: number;
  gone: number;
  tooSlow: number;
  badFrames: number;
  presenceFrames: number;
  todayHints: number;
  failures: number;
  /** From an event's moment to its delivery, in milliseconds: the sum of all, and the worst of the last minute. */
  lagSumMs: number;
  lagWorstMs: number;
};

export const newMetrics = (): LiveMetrics => ({
  sockets: 0,
  pollers: 0,
  watchedStreams: 0,
  eventsRead: 0,
  deliveries: 0,
  refetches: 0,
  gone: 0,
  tooSlow: 0,
  badFrames: 0,
  presenceFrames: 0,
  todayHints: 0,
  failures: 0,
  lagSumMs: 0,
  lagWorstMs: 0,
});
