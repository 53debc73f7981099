// The first thing that runs: theme and language before the first paint, then the routes.
import './styles/index.css';
import { Router } from '@solidjs/router';
import { render } from 'solid-js/web';
import { startLanguage } from './i18n/index.ts';
import { routes } from './routes.tsx';
import { startTheme } from './theme.ts';

startTheme();
await startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the application');
render(() => <Router>{routes}</Router>, root);
