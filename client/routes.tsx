// Every address of the client. A room is fetched when it is first opened.
import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';

const NotFound = lazy(async () => ({ default: (await import('./shell/not-found.tsx')).NotFound }));

// The parts in all their states, for the eye; a production build does not contain it.
const galleryRoutes: RouteDefinition[] = import.meta.env.DEV
  ? [
      {
        path: '/gallery/sign-in',
        component: lazy(async () => ({ default: (await import('./gallery/sign-in.tsx')).SignInGallery })),
      },
      {
        path: '/gallery/*page',
        component: lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery })),
      },
    ]
  : [];

export const routes: RouteDefinition[] = [...galleryRoutes, { path: '*', component: NotFound }];
