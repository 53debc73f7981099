// When listening keeps a session, and when somebody is asked whether they still do.
import { expect, test } from 'vitest';
import { askedAfter, heldFor, listeningAt } from './listening-clock.ts';

const began = 1_000_000;
const during = (itemId: string | undefined) => ({ at: began, itemId });

test('one press while a case is discussed keeps the session as long as it is, an hour at most', () => {
  expect(listeningAt(during('aino'), 'aino', began)).toBe('kept');
  expect(listeningAt(during('aino'), 'aino', began + 45 * 60_000)).toBe('kept');
  expect(listeningAt(during('aino'), 'aino', began + heldFor - 1)).toBe('kept');
  expect(listeningAt(during('aino'), 'aino', began + heldFor)).toBe('asked');
});

test('a press during another case, or between two, keeps nothing: after a while one is asked', () => {
  for (const earlier of ['elsa', undefined]) {
    expect(listeningAt(during(earlier), 'aino', began + askedAfter - 1)).toBe('calm');
    expect(listeningAt(during(earlier), 'aino', began + askedAfter)).toBe('asked');
  }
});

test('between two cases nobody is asked and nothing is kept', () => {
  expect(listeningAt(during('aino'), undefined, began)).toBe('calm');
  expect(listeningAt(during(undefined), undefined, began + 5 * heldFor)).toBe('calm');
});
