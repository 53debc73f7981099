// A user name proposed from a person's name, and whether one fits the contract.

const letters: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', æ: 'ae', ø: 'o', ß: 'ss', ð: 'd', þ: 'th' };

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('fi')
    .replace(/[åäöæøßðþ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9-]/g, '');

/** "Åsa Öhman-Vik" gives asa.ohman-vik. */
export const signInNameFor = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map(plain)
    .filter((part) => part !== '')
    .join('.');

export const givenNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

export const signInNameFits = (name: string): boolean => /^[a-z0-9][a-z0-9._@-]{1,99}$/.test(name);
