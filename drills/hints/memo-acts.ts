// What is done with a memo after the meeting, tried by whoever may or may not.
import type { Person } from '../../server/testing/open-world.ts';
import { correctMemo, getMemo, signMemo, transferMemo, writeInMemo } from '../../shared/memo.ts';
import { type Act, type Draw, nobody, type Place, somebody } from './place.ts';

const partOf = async (place: Place, draw: Draw, by: Person) => {
  const memo = await by.try(getMemo, { params: { itemId: draw.pick(place.items).itemId } });
  const parts = memo.status === 200 ? memo.body.parts : [];
  return parts.length > 0 ? draw.pick(parts) : null;
};

export const memoActs: readonly Act[] = [
  {
    name: 'sign-memo',
    run: async (place, draw) => {
      const by = draw.pick(place.people);
      const part = await partOf(place, draw, by);
      if (!part?.hash) return nobody(by);
      const { status } = await by.try(signMemo, {
        params: { memoPartId: part.id },
        body: { version: part.version, hash: part.hash },
      });
      return { status, by };
    },
  },
  {
    name: 'correct-memo',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const part = await partOf(place, draw, by);
      if (!part) return nobody(by);
      const { status } = await by.try(correctMemo, {
        params: { memoPartId: part.id },
        body: { version: part.version, reason: 'Päivä oli väärä.' },
      });
      return { status, by };
    },
  },
  {
    name: 'write-in-memo',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const part = await partOf(place, draw, by);
      if (!part) return nobody(by);
      const kind = draw.pick(['memo-comment', 'family-summary'] as const);
      const { status } = await by.try(writeInMemo, { params: { memoPartId: part.id }, body: { kind } });
      return { status, by };
    },
  },
  {
    name: 'transfer-memo',
    run: async (place, draw) => {
      const by = somebody(place, draw);
      const version = (await partOf(place, draw, by))?.versions.at(-1);
      if (!version) return nobody(by);
      const { status } = await by.try(transferMemo, {
        params: { memoVersionId: version.id },
        body: { system: 'Järjestelmä' },
      });
      return { status, by };
    },
  },
];
