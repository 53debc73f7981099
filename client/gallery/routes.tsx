// The gallery's own addresses, outside the house: no session, no server.
import type { RouteDefinition } from '@solidjs/router';
import { Gallery } from './gallery.tsx';
import { SignInGallery } from './sign-in.tsx';

export const galleryRoutes: RouteDefinition[] = [
  { path: '/gallery/sign-in', component: SignInGallery },
  { path: '/gallery/*page', component: Gallery },
];
