// What is done in one of two worlds and not in the other, each hidden from the teacher and the guardian: a text, a
// participant, a ground, a word of somebody else's. Told through the same routes that people use.

import type { assessmentOfAino } from '../../server/testing/assessment-of-aino.ts';
import type { CaseOfAino } from '../../server/testing/case-of-aino.ts';
import { ground, invite, inviteColleague, openACase } from '../../server/testing/case-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import { recordGround } from '../../shared/cases.ts';
import { saveField } from '../../shared/entries.ts';

export type Stage = {
  readonly world: World;
  readonly aino: CaseOfAino;
  readonly room: Awaited<ReturnType<typeof assessmentOfAino>>;
  /** In no case yet. */
  readonly henrik: Person;
  readonly maija: Person;
};
export type Observer = 'teacher' | 'guardian' | 'colleague' | 'administrator';
export type Secret = {
  readonly says: string;
  /** Who must see no difference. */
  readonly from: readonly Observer[];
  readonly do: (stage: Stage) => Promise<void>;
};

export const everybody: readonly Observer[] = ['teacher', 'guardian', 'colleague', 'administrator'];
/** The family knows that the nurse takes part, and so what she is asked; the school does not. */
const notTheFamily: readonly Observer[] = ['teacher', 'colleague', 'administrator'];

export const secrets: readonly Secret[] = [
  {
    says: 'the nurse writes a draft',
    from: notTheFamily,
    do: async ({ aino, room }) => {
      await room.contribution(aino.sari, 'health', 'Tätä ei näe kukaan muu.');
    },
  },
  {
    says: 'the nurse shares a text of health with child protection',
    from: notTheFamily,
    do: async ({ aino, room }) => {
      const { entryId } = await room.contribution(aino.sari, 'mental-health', 'Lääkitys on aloitettu.');
      await room.share(aino.sari, entryId, { scope: 'agencies', agencyIds: [aino.home] });
      await room.write(aino.sari, entryId, { strengths: 'Hoitoon on sitouduttu.' });
    },
  },
  {
    says: 'a psychiatrist is invited, of whom only child protection may know',
    from: notTheFamily,
    do: async ({ aino, henrik }) => {
      await invite(aino.leena, aino.caseId, henrik, {
        participation: { scope: 'agencies', agencyIds: [aino.home], familyScope: 'none' },
        toThem: ground(['coordination']),
        fromThem: ground(['health']),
      });
    },
  },
  {
    says: 'a ground between child protection and psychiatry is recorded',
    from: notTheFamily,
    do: async ({ aino }) => {
      await aino.leena.do(recordGround, {
        params: { caseId: aino.caseId },
        body: { fromAgencyId: aino.psychiatry, toAgencyId: aino.home, ground: ground(['substance']) },
      });
    },
  },
  {
    says: 'the team writes for itself',
    // The family is told that the team has looked at the case; not what it wrote.
    from: notTheFamily,
    do: async ({ aino, room }) => {
      const dissent = await room.start(aino.petri, 'dissent');
      await room.write(aino.petri, dissent, { narrative: 'Olen eri mieltä.' });
      await room.share(aino.petri, dissent, { scope: 'team' });
    },
  },
  {
    says: 'a draft is typed on two devices',
    from: everybody,
    do: async ({ aino, room }) => {
      const draft = await room.start(aino.leena, 'synthesis');
      for (const device of ['laptop0001', 'laptop0002'])
        await aino.leena.do(saveField, {
          params: { entryId: draft, field: 'synthesis' },
          body: { base: 0, text: `Kirjoitettu laitteella ${device}`, device },
        });
    },
  },
  {
    says: 'a case that is not theirs is opened, and somebody joins its team',
    from: ['teacher', 'guardian', 'administrator'],
    do: async ({ aino, maija }) => {
      const other = await openACase(aino.leena, { childName: 'Elias Saari', childGivenName: 'Elias' });
      await inviteColleague(aino.leena, other, maija);
    },
  },
];

/** No secret from the family: for the control. */
export const shared: Secret = {
  says: 'the teacher shares a text with everyone and the family',
  from: [],
  do: async ({ aino, room }) => {
    const { entryId } = await room.contribution(aino.mikko, 'free-time', 'Jalkapallo on tärkeä.');
    await room.share(aino.mikko, entryId, { familyScope: 'all' });
  },
};
