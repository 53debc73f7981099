// The roles that the server works in. The first migration creates them; they cannot sign in themselves. The server's
// login borrows them one connection at a time and owns nothing.

export const serverRoles = ['rinki_app', 'rinki_gateway', 'rinki_jobs'] as const;

export type ServerRole = (typeof serverRoles)[number];
