// The live room as the rest of the client uses it.
export { followTab, openPageSocket } from './browser.ts';
export { createLive, LiveContext, useCaseLive, useLive, useTodayLive } from './live.ts';
