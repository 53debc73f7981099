import type { Server } from '../server.ts';

export const agencyRoutes = (_server: Server): void => undefined;
