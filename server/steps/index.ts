// What the rest of the server may use of steps.
export { factOf as stepFactOf, presentStep, stepFor } from './present.ts';
export { stepRoutes } from './routes.ts';
