// The live room as the rest of the client uses it.

export { followTab, openPageSocket } from './browser.ts';
export {
  caseKey,
  consultationsKey,
  createLive,
  type Live,
  LiveContext,
  meetingsKey,
  todayKey,
  useCaseLive,
  useLive,
  useTodayLive,
} from './live.ts';
