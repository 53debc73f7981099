// A team's meeting that has ended: of its second case there is something in every part of the memo. For tests of what comes after it.
import { saveField } from '../../shared/entries.ts';
import { beginSection, writeInRoom } from '../../shared/meetings.ts';
import { writeStep } from '../../shared/steps.ts';
import { see } from './case-parts.ts';
import { cameIn, moved } from './meeting-parts.ts';
import type { Person, World } from './open-world.ts';
import { openTwoCaseMeeting } from './two-case-meeting.ts';
import { openWriter } from './writer.ts';

/** @param address where the world listens: what several write goes over a socket */
export const openEndedMeeting = async (world: World, address: string) => {
  const opened = await openTwoCaseMeeting(world);
  const { kaisa, leena, oskar, maria, withTwoCases, teacherComes, childSays } = opened;

  const written = async (
    who: Person,
    itemId: string,
    phase: string | null,
    text: string,
  ): Promise<string> => {
    const { documentId } = await who.do(beginSection, { params: { itemId }, body: { phase } });
    const writer = await openWriter(address, who, documentId);
    await writer.opened();
    writer.paragraph(text);
    await writer.acknowledged();
    await writer.close();
    return documentId;
  };
  const noted = async (
    who: Person,
    itemId: string,
    kind: 'hypothesis' | 'decision',
    field: string,
    text: string,
  ) => {
    const { id } = await who.do(writeInRoom, { params: { itemId }, body: { kind } });
    await who.do(saveField, { params: { entryId: id, field }, body: { base: 0, text, device: 'aaaaaaaa' } });
  };

  /** Both cases were discussed and the meeting has ended; of the second there is something in every part. */
  const ended = async () => {
    const both = await withTwoCases();
    const { aino, meeting, first, second } = both;
    await teacherComes(both);
    await moved(kaisa, meeting, 'open');
    await cameIn(kaisa, meeting);
    await moved(kaisa, meeting, 'begin-item', { itemId: first });
    await childSays(oskar, first, 'Elsan sana.');
    await moved(kaisa, meeting, 'close-item', { itemId: first });
    await cameIn(leena, meeting);
    await moved(kaisa, meeting, 'begin-item', { itemId: second });
    await cameIn(maria, meeting);
    const documentId = await written(leena, second, 'curious', 'Aamut ovat raskaita.');
    await written(leena, second, 'safety', 'Äidin osoitetta ei kerrota.');
    await written(maria, second, null, 'Koulun oma huomio.');
    await noted(leena, second, 'hypothesis', 'hypothesis', 'Aino vahtii isän vointia.');
    await noted(leena, second, 'decision', 'decision', 'Tuetaan kotiin.');
    await childSays(leena, second, 'Haluan mummolaan.');
    const member = (await see(leena, aino)).members.find((m) => m.personId === maria.id)?.id ?? '';
    const audience = {
      dataClass: 'shared-goal' as const,
      scope: 'everyone' as const,
      agencyIds: [],
      familyScope: 'none' as const,
      familyIds: [],
    };
    await leena.do(writeStep, {
      params: { caseId: aino },
      body: {
        text: 'Opettaja soittaa.',
        doerMemberId: member,
        dueOn: '2027-01-15',
        audience,
        agendaItemId: second,
      },
    });
    await moved(kaisa, meeting, 'close-item', { itemId: second });
    await moved(kaisa, meeting, 'end');
    return { ...both, documentId };
  };
  return { ...opened, ended };
};
