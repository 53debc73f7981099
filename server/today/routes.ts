import type { Server } from '../server.ts';

export const todayRoutes = (_server: Server): void => undefined;
