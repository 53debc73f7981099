import { beforeAll, expect, test, vi } from 'vitest';
import type { ItemNews } from '../../shared/agenda-news.ts';
import { roomWords, setLocale } from '../i18n/index.ts';
import { newsWords, sinceWords, waitingWords } from './news-words.ts';

beforeAll(async () => {
  // The language is told to the page; here is none.
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await setLocale('fi');
  await roomWords();
});

const now = new Date('2026-11-29T10:00:00.000Z');
const news = (changes: Partial<ItemNews> = {}): ItemNews => ({
  id: 'item',
  since: '2026-11-03T08:00:00.000Z',
  discussed: true,
  entries: 0,
  stepsDone: 0,
  stepsOpen: 0,
  stepsLate: 0,
  metOn: null,
  ...changes,
});

test('only what there is is said, and the open steps that are late are not said twice', () => {
  expect(
    newsWords(news({ entries: 2, stepsDone: 1, stepsOpen: 3, stepsLate: 1, metOn: '2026-11-18' }), now),
  ).toBe(
    '2 uutta kirjausta · 1 askel tehty · 1 askel myöhässä · 2 askelta auki · lapsi tavattu 11 päivää sitten',
  );
  expect(newsWords(news({ stepsOpen: 1, stepsLate: 1, metOn: '2026-11-29' }), now)).toBe(
    '1 askel myöhässä · lapsi tavattu tänään',
  );
  expect(newsWords(news(), now)).toBe('ei uusia kirjauksia eikä askelia · lapsen tapaamista ei ole kirjattu');
});

test('how long ago is told in days while it is near, and in weeks after', () => {
  expect(sinceWords(news(), now)).toBe('Asiaa käsiteltiin viimeksi 3.11.2026, 3 viikkoa sitten.');
  expect(sinceWords(news({ since: '2026-11-28T22:30:00.000Z' }), now)).toContain('tänään');
  expect(sinceWords(news({ since: '2026-11-28T10:00:00.000Z', discussed: false }), now)).toBe(
    'Asiaa ei ole vielä käsitelty tiimin kokouksessa. Se avattiin 28.11.2026, 1 päivä sitten.',
  );
  expect(waitingWords({ since: '2026-09-20T10:00:00.000Z', discussed: false }, now)).toBe(
    'Ei vielä käsitelty, avattu 20.9.2026, 10 viikkoa sitten',
  );
});
