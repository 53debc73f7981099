// The first thing that runs: theme and language before the first paint, then the routes.
import './styles/index.css';
import { Router } from '@solidjs/router';
import { render } from 'solid-js/web';
import { House } from './house.tsx';
import { startLanguage } from './i18n/index.ts';
import { routes } from './routes.tsx';
import { resumeSession } from './sessions/session.ts';
import { startTheme } from './theme.ts';

startTheme();
await startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the application');
// The parts in all their states, for the eye and without a server; a production build does not contain them.
if (import.meta.env.DEV && location.pathname.startsWith('/gallery')) {
  const { galleryRoutes } = await import('./gallery/routes.tsx');
  render(() => <Router>{galleryRoutes}</Router>, root);
} else if (location.pathname === '/wall') {
  const { showWall } = await import('./meetings/rooms.tsx');
  await showWall(root);
} else {
  await resumeSession();
  render(() => <Router root={House}>{routes}</Router>, root);
}
