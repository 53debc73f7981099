// Where the pages of a failed journey are kept as pictures, so that the end of the log can say so.
import { globSync } from 'node:fs';
import { basename } from 'node:path';

const folder = 'artefacts';

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

const nameOf = (file: string, test: string): string =>
  `${folder}/failed-${basename(file).split('.')[0]}-${plain(test)}`;

/** The picture of the nth page that was open when a test of that file failed. */
export const failedPicture = (file: string, test: string, page: number): string =>
  `${nameOf(file, test)}-${page}.png`;

/** Those that were taken. */
export const failedPictures = (file: string, test: string): string[] =>
  globSync(`${nameOf(file, test)}-*.png`).sort();

/** Pictures of an earlier run. */
export const everyFailedPicture = (): string[] => globSync(`${folder}/failed-*.png`);
