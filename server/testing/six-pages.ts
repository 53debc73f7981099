// The open pages of six people in Aino's case, on two servers, and the parts from which commands on them are put together.
import { expect } from 'vitest';
import { recordGround } from '../../shared/cases.ts';
import { changeRelation } from '../../shared/custody.ts';
import { saveField } from '../../shared/entries.ts';
import { assessmentOfAino } from './assessment-of-aino.ts';
import { caseOfAino } from './case-of-aino.ts';
import { ground } from './case-parts.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import { expectSameAsFresh } from './same-as-fresh.ts';
import type { Person, World } from './world.ts';

export const sixPages = async (world: World) => {
  const address = await world.listen();
  const other = await world.anotherServer();
  const aino = await caseOfAino(world);
  const room = await assessmentOfAino(aino);
  const { caseId, school, psychiatry, leena, petri, mikko, sari, minna } = aino;
  let pages: LiveClient[] = [];
  const type = (who: Person, entryId: string, base: number, text: string, device = 'aaaaaaaa') =>
    who.do(saveField, { params: { entryId, field: 'narrative' }, body: { base, text, device } });
  const motherOf = async () => (await aino.seenBy(leena)).relations.find((one) => one.relation === 'mother');
  return {
    aino,
    room,
    open: async (): Promise<void> => {
      const people: Person[] = [leena, petri, mikko, sari, minna, aino.aino];
      pages = await Promise.all(
        people.map((person, n) => connectLive(n % 2 === 0 ? address : other.address, person)),
      );
      await Promise.all(pages.map((page) => page.follow(caseId)));
    },
    close: async (): Promise<void> => {
      for (const page of pages) await page.close();
    },
    /** The page of one of the six, which is not looked at any more. */
    without: (who: Person): LiveClient | undefined => {
      const page = pages.find(({ person }) => person === who);
      pages = pages.filter((one) => one !== page);
      return page;
    },
    everyPageIsFresh: async (): Promise<void> => {
      await Promise.all(pages.map((page) => expectSameAsFresh(page, caseId)));
    },
    type,
    commentDraft: async (who: Person): Promise<string> => {
      const id = await room.start(who, 'comment');
      await type(who, id, 0, 'Ainon kanssa on puhuttu koulusta.');
      return id;
    },
    /** Another custody of the mother's, from now on; whoever changes it at the same moment goes first. */
    toCustody: async (custody: 'joint' | 'none'): Promise<void> => {
      for (;;) {
        const mother = await motherOf();
        const { status } = await leena.try(changeRelation, {
          params: { caseId, relationId: mother?.id ?? '' },
          body: {
            version: mother?.version ?? 0,
            custody,
            custodyFrom: null,
            custodyUntil: null,
            powerClasses: [],
            endedOn: null,
            basis: 'Sopimus',
          },
        });
        if (status === 200) return;
        expect(status).toBe(409);
      }
    },
    /** What the mother's custody carries: what goes from psychiatry to the school goes by her consent. */
    consentOfMother: async (): Promise<unknown> => {
      const given = { kind: 'guardian-consent', givenByRelations: [(await motherOf())?.id] };
      return leena.do(recordGround, {
        params: { caseId },
        body: { fromAgencyId: psychiatry, toAgencyId: school, ground: ground(['health'], given) },
      });
    },
  };
};
