// The size of the http bench when nobody says otherwise.
export const httpDefaults = {
  json: false,
  rounds: 5,
  seconds: 4,
  connections: 32,
  cases: 5_000,
  scenario: 'all',
};
export type HttpOptions = typeof httpDefaults;
