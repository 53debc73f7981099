// Every address of the client. A room is fetched when it is first opened.
import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';

const NotFound = lazy(async () => ({ default: (await import('./shell/not-found.tsx')).NotFound }));

export const routes: RouteDefinition[] = [{ path: '*', component: NotFound }];
