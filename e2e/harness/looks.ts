// The looks a view has: three languages, two themes. `npm test` goes through them in turns, so that every view is seen in one
// of them and every one of them on many views; `npm run drill -- looks` goes through all, and keeps pictures.
export type Language = 'fi' | 'sv' | 'en';
export type Theme = 'light' | 'dark';

export const everyLook = process.env.EVERY_LOOK === 'yes';

export const languages: readonly Language[] = ['fi', 'sv', 'en'];

export const looks: readonly { readonly language: Language; readonly theme: Theme }[] = [
  { language: 'fi', theme: 'light' },
  { language: 'sv', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'fi', theme: 'dark' },
  { language: 'sv', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

/** Whether the nth view is looked at in the turn-th look. */
export const isDue = (n: number, turn: number): boolean => everyLook || n % looks.length === turn;
