import type { Server } from '../server.ts';

export const assessmentRoutes = (_server: Server): void => undefined;
