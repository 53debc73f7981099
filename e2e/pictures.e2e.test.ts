// Journey 10: pictures of the main views for the eye, under artefacts/; and that nothing runs out of the page at the
// side, from a wide screen to a phone, in the three languages.
import { expect, test } from 'vitest';
import { beginJourney, wordsIn } from './harness/journey.ts';
import { type Look, takePicture } from './harness/pictures.ts';
import { casesOf, openView, views, viewsByPerson } from './harness/views.ts';

const journey = beginJourney();
const pictured = views.filter((view) => view.pictured);

/** Every width, theme and language at least twice, without every combination of them. */
const looks: readonly Look[] = [
  { width: 1440, theme: 'light', language: 'fi' },
  { width: 820, theme: 'light', language: 'fi' },
  { width: 390, theme: 'light', language: 'fi' },
  { width: 390, theme: 'dark', language: 'sv' },
  { width: 1440, theme: 'dark', language: 'sv' },
  { width: 820, theme: 'dark', language: 'en' },
  { width: 390, theme: 'light', language: 'en' },
];

for (const [who, own] of viewsByPerson(pictured)) {
  test(`the views of ${who} fit from a wide screen to a phone`, async () => {
    const cases = await casesOf(journey);
    const page = await journey.person(who);
    const tooWide: string[] = [];
    for (const language of ['fi', 'sv', 'en'] as const) {
      await journey.look('update people set language = $1 where sign_in_name = $2', [language, who]);
      for (const view of own) {
        await openView(page, view, cases, wordsIn(language));
        for (const look of looks.filter((one) => one.language === language)) {
          await takePicture(page, view.name, look);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) tooWide.push(`${view.name} at ${look.width} px in ${language}: ${over} px too wide`);
        }
      }
    }
    // 320 px is a screen of 1280 px at 400 %.
    for (const view of own) {
      await page.setViewportSize({ width: 320, height: 640 });
      await openView(page, view, cases, wordsIn('en'));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) tooWide.push(`${view.name} at 320 px: ${over} px too wide`);
    }
    expect(tooWide).toEqual([]);
  }, 300_000);
}
