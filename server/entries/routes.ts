import type { Server } from '../server.ts';

export const entryRoutes = (_server: Server): void => undefined;
