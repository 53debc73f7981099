// The wall without the house: no session, no rooms around it. Fetched by its address alone.
import { render } from 'solid-js/web';
import { roomWords } from '../i18n/index.ts';
import { WallPage } from './wall-page.tsx';

export const showWall = async (root: HTMLElement): Promise<void> => {
  await roomWords();
  render(() => <WallPage />, root);
};
