// How long the kill drill is when nobody says otherwise.
export const killDefaults = { json: false, faults: 50, writers: 12 };
export type KillOptions = typeof killDefaults;
