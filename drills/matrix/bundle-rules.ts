// Who reads what went along with a request, in words: by where somebody stands and what has become of it. Written apart from the rules
// of the server and from the database.

/** `item over`: the ground of its one text has ended, the bundle itself has not. */
export const bundleSituations = [
  'readable',
  'over',
  'withdrawn',
  'item over',
  'item ended',
  'request passed on',
  'request withdrawn',
] as const;
export type BundleSituation = (typeof bundleSituations)[number];

export const bundlePlaces = [
  'sender',
  'deputy of the sender',
  'lead of the centre',
  'expert of the centre',
  'in the centre, of an agency without a ground',
  'once in the centre',
  'principal of the hospital school',
  'administrator of the centre',
  'in another centre',
  'colleague in the case',
  'teacher in the case',
  'guardian',
] as const;
export type BundlePlace = (typeof bundlePlaces)[number];

export const readsTexts = (place: BundlePlace, situation: BundleSituation): boolean =>
  situation === 'readable' && ['lead of the centre', 'expert of the centre'].includes(place);

/** The sender keeps the list of what went, and none of its words there. */
export const lists = (place: BundlePlace, situation: BundleSituation): boolean =>
  place === 'sender' || readsTexts(place, situation);
