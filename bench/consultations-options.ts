// The size of the bench of consultations when nobody says otherwise.
export const consultationsDefaults = {
  json: false,
  watchers: 200,
  services: 10,
  requests: 1_000,
  rate: 5,
  seconds: 15,
  rounds: 3,
};
export type ConsultationsOptions = typeof consultationsDefaults;
