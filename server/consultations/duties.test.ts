// When somebody is reminded of the two duties.
import { expect, test } from 'vitest';
import { dutiesOf } from './duties.ts';

test('violence calls both to mind, in three languages and whatever the area', () => {
  for (const text of [
    'Oppilas kertoi, että isä lyö häntä.',
    'Barnet berättar att hen blir slagen. Han slår.',
    'She says she was hit at home.',
    'Epäilen seksuaalista hyväksikäyttöä',
  ])
    expect(dutiesOf('learning-and-support', [text])).toEqual({ notification: true, police: true });
});

test('a worry about the home calls the notification to mind, and a question of learning neither', () => {
  expect(dutiesOf('worry-about-home', ['Hän on väsynyt.'])).toEqual({ notification: true, police: false });
  expect(dutiesOf('learning-and-support', ['Miten tuen lukemista? Hän höyrysi innosta.'])).toEqual({
    notification: false,
    police: false,
  });
});
