// The size of the memo bench when nobody says otherwise: target P9.
export const memoDefaults = { json: false, writers: 12, readers: 40, rate: 5, seconds: 10, rounds: 3 };
export type MemoOptions = typeof memoDefaults;
