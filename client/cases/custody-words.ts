// Custody in words: which consents it gives the power to, for how long, and what a change of it opens and closes.
import type { z } from 'zod';
import type { previewCustody } from '../../shared/custody.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import type { CustodyBody } from './custody-draft.ts';
import { classList } from './ground-words.ts';

type Preview = z.output<(typeof previewCustody)['response']>;
type Way = Preview['closing'][number];

export type JoinedWay = Omit<Way, 'dataClass'> & { readonly dataClasses: Way['dataClass'][] };

/** Classes that go, or do not go, the same way from the same moment on are one sentence. */
export const joined = (ways: readonly Way[]): JoinedWay[] => {
  const found = new Map<string, JoinedWay>();
  for (const { dataClass, ...way } of ways) {
    const key = [way.fromAgencyId, way.toAgencyId, way.from].join(' ');
    const one = found.get(key);
    if (one) one.dataClasses.push(dataClass);
    else found.set(key, { ...way, dataClasses: [dataClass] });
  }
  return [...found.values()];
};

/** Of whoever loses the case itself it need not be said what in it they lose, too. */
export const closingBesides = ({ closing, leaving }: Pick<Preview, 'closing' | 'leaving'>): Way[] =>
  closing.filter(
    (way) =>
      way.people.length === 0 ||
      !way.people.every((one) =>
        leaving.some((left) => left.personId === one.personId && left.from === way.from),
      ),
  );

/** "Heti" or "1.1.2027 alkaen", at the head of a sentence. */
export const fromWords = (from: string | null): string =>
  from === null ? t('custody.atOnce') : t('custody.onDay', { date: date(from) });

export const namesOf = (people: readonly { name: string }[]): string =>
  people.map((one) => one.name).join(', ');

/** What this custody gives the power to, in one sentence. */
export const powerWords = (body: Pick<CustodyBody, 'custody' | 'powerClasses'>): string => {
  if (body.custody === 'none' || body.custody === null) return t('custody.powerNone');
  if (body.custody !== 'limited') return t('custody.powerAll');
  return body.powerClasses.length === 0
    ? t('custody.powerNone')
    : t('custody.powerSome', { classes: classList(body.powerClasses).toLocaleLowerCase() });
};

/** "12.3.2026 alkaen, 11.3.2027 asti"; empty where neither day is recorded. */
export const periodWords = (body: Pick<CustodyBody, 'custodyFrom' | 'custodyUntil'>): string =>
  [
    body.custodyFrom && t('custody.fromDay', { date: date(body.custodyFrom) }),
    body.custodyUntil && t('cases.custodyUntil', { date: date(body.custodyUntil) }),
  ]
    .filter((part) => part)
    .join(', ');
