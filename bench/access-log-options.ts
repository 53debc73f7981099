// The size of the access-log bench when nobody says otherwise.
export const accessLogDefaults = { json: false, rounds: 5, seconds: 4, connections: 32, cases: 2_000 };
export type AccessLogOptions = typeof accessLogDefaults;
