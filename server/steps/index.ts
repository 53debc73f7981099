// What the rest of the server may use of steps.
export { presentStep, stepFor } from './present.ts';
export { stepRoutes } from './routes.ts';
