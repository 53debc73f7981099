// The size of the live bench when nobody says otherwise: what two cores hold together with the crowd itself.
export const liveDefaults = { json: false, sockets: 2_000, rate: 100, seconds: 10, rounds: 3, cases: 5_000 };
export type LiveOptions = typeof liveDefaults;
