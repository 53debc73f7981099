// What is done in one of two worlds and not in the other, each with those who must see no difference. Told through the same
// routes that people use, and without reading: whoever reads is in the log, which is another matter.
import { askedAbout, sendAll } from '../../server/testing/bundle-parts.ts';
import { ground, invite, inviteColleague, openACase } from '../../server/testing/case-parts.ts';
import { guestOf } from '../../server/testing/guest-parts.ts';
import { begunBy } from '../../server/testing/joint-answer-parts.ts';
import { notified } from '../../server/testing/welfare-parts.ts';
import { openWriter } from '../../server/testing/writer.ts';
import { recordAbsence } from '../../shared/absences.ts';
import { askContribution, openContribution } from '../../shared/assessments.ts';
import { changeWhereabouts, recordGround } from '../../shared/cases.ts';
import { saveField, shareEntry, startEntry } from '../../shared/entries.ts';
import { inviteGuest } from '../../shared/guests.ts';
import { offerHandover } from '../../shared/members.ts';
import type { DataClass, EntryKind } from '../../shared/vocabulary.ts';
import { everybody, type Observer, type Stage } from './stage.ts';

export type Secret = {
  readonly says: string;
  /** Who must see no difference. */
  readonly from: readonly Observer[];
  /** How things stand in both worlds before, where it is not as the stage has it. */
  readonly before?: (stage: Stage) => Promise<void>;
  readonly do: (stage: Stage) => Promise<unknown>;
};

const but = (...some: Observer[]): Observer[] => everybody.filter((one) => !some.includes(one));
const homeTeam = ['responsible', 'pair', 'therapist'] as const;
/** The family knows that the nurse takes part, and so what she is asked; the school and those outside do not. */
const outOfHealth = but(...homeTeam, 'homeVisitor', 'nurse', 'guardian', 'child');
const outOfHome = but(...homeTeam, 'homeVisitor');

type Person = Stage['observers'][Observer];

const type = (who: Person, entryId: string, field: string, text: string, device = 'laptop0001', base = 0) =>
  who.do(saveField, { params: { entryId, field }, body: { base, text, device } });

/** Started, written and, where a place is given, shared, by somebody who looks at nothing. */
const writeUnseen = async (
  { aino, room }: Stage,
  who: Person,
  kind: EntryKind,
  narrative: string,
  to?: {
    dataClass: DataClass;
    scope: 'team' | 'agency' | 'agencies';
    agencyIds?: string[];
    parentId?: string;
  },
) => {
  const { id } = await who.do(startEntry, {
    body: {
      kind,
      caseId: aino.caseId,
      assessmentId: room.assessmentId,
      parentId: to?.parentId ?? null,
      about: null,
      pairId: null,
    },
  });
  await type(who, id, 'narrative', narrative);
  if (!to) return;
  const { dataClass, scope, agencyIds = [] } = to;
  const audience = { dataClass, scope, agencyIds, familyScope: 'none' as const, familyIds: [] };
  await who.do(shareEntry, { params: { entryId: id }, body: { version: 1, audience } });
};

const hiddenParticipation = (home: string) => ({
  participation: { scope: 'agencies', agencyIds: [home], familyScope: 'none' },
});

/** Where the child is is withheld from now on, and with it that the school and the association take part. */
const setTurvakielto = async ({ aino }: Stage): Promise<void> => {
  await aino.leena.do(changeWhereabouts, {
    params: { caseId: aino.caseId },
    body: {
      version: 1,
      nonDisclosure: true,
      address: 'Rantakatu 4',
      municipality: 'Meriniemi',
      school: 'Meriniemen koulu',
    },
  });
};

export const secrets: readonly Secret[] = [
  {
    says: 'turvakielto is set',
    // Those in the case who knew of the school lose it, and the school its readers: they see that, and not where the child is.
    from: ['colleague', 'principal', 'administrator', 'protectionOfficer'],
    do: setTurvakielto,
  },
  {
    says: 'under turvakielto another one of the school is invited, and asked',
    from: but(...homeTeam, 'homeVisitor', 'teacher'),
    before: setTurvakielto,
    do: async ({ aino, raija, room }) => {
      const { caseId } = aino;
      await invite(aino.leena, caseId, raija, {
        toThem: ground(['coordination', 'social']),
        fromThem: ground(['coordination', 'education']),
      });
      await aino.leena.do(askContribution, {
        params: { caseId, assessmentId: room.assessmentId },
        body: {
          area: 'digital-life',
          contributorId: raija.id,
          pairId: null,
          dueOn: '2026-12-01',
          question: 'Miten puhelin?',
        },
      });
    },
  },
  {
    says: 'what is signed holds a part of the nurse’s that only child protection reads',
    from: outOfHealth,
    do: async ({ aino, room }) => {
      const { caseId } = aino;
      const { id: contributionId } = await aino.leena.do(askContribution, {
        params: { caseId, assessmentId: room.assessmentId },
        body: {
          area: 'growth-and-development',
          contributorId: aino.sari.id,
          pairId: null,
          dueOn: '2026-12-01',
          question: 'Miten uni?',
        },
      });
      const params = { caseId, contributionId };
      const { entryId } = await aino.sari.do(openContribution, { params, body: {} });
      await type(aino.sari, entryId, 'narrative', 'Uni on parantunut lääkkeellä.');
      const audience = {
        dataClass: 'health' as const,
        scope: 'agencies' as const,
        agencyIds: [aino.home],
        familyScope: 'none' as const,
        familyIds: [],
      };
      await aino.sari.do(shareEntry, { params: { entryId }, body: { version: 1, audience } });
    },
  },
  {
    says: 'the nurse goes on with a draft',
    from: but('nurse'),
    do: ({ aino, texts }) => type(aino.sari, texts.begun, 'strengths', 'Tätä ei näe kukaan muu.'),
  },
  {
    says: 'the nurse adds to a text that only child protection reads',
    from: outOfHealth,
    do: ({ aino, texts }) => type(aino.sari, texts.hidden, 'strengths', 'Hoitoon on sitouduttu.'),
  },
  {
    says: 'the pair comments on that text, for psychiatry',
    from: but(...homeTeam, 'homeVisitor', 'nurse'),
    do: (stage) =>
      writeUnseen(stage, stage.aino.petri, 'comment', 'Jatketaan.', {
        dataClass: 'social',
        scope: 'agencies',
        agencyIds: [stage.aino.psychiatry],
        parentId: stage.texts.hidden,
      }),
  },
  {
    says: 'a text that the teacher reads goes to psychiatry as well',
    from: but(...homeTeam, 'homeVisitor', 'nurse', 'guardian', 'child'),
    do: ({ aino, texts }) =>
      aino.leena.do(shareEntry, {
        params: { entryId: texts.situation },
        body: {
          version: texts.situationVersion,
          audience: {
            dataClass: 'social',
            scope: 'agencies',
            agencyIds: [aino.school, aino.psychiatry],
            familyScope: 'all',
            familyIds: [],
          },
        },
      }),
  },
  {
    says: 'a psychiatrist is invited, of whom only child protection may know',
    from: outOfHealth,
    do: ({ aino, henrik }) =>
      invite(aino.leena, aino.caseId, henrik, {
        ...hiddenParticipation(aino.home),
        toThem: ground(['coordination']),
        fromThem: ground(['health']),
      }),
  },
  {
    says: 'somebody of the substance services is invited by link, of whom only child protection may know',
    from: but(...homeTeam, 'homeVisitor', 'administrator'),
    do: ({ aino, room, services }) => {
      const place = { caseId: aino.caseId, assessmentId: room.assessmentId };
      const ask = {
        assessmentId: place.assessmentId,
        area: 'substances',
        question: 'Miten menee?',
        dueOn: null,
      };
      const body = guestOf(services, place, 'Salla Salainen', {
        ...hiddenParticipation(aino.home),
        profession: 'substance-worker',
        fromThem: ground(['coordination', 'substance']),
        ask,
      });
      return aino.leena.do(inviteGuest, { params: { caseId: aino.caseId }, body });
    },
  },
  {
    says: 'a ground between child protection and psychiatry is recorded',
    from: outOfHealth,
    do: ({ aino }) =>
      aino.leena.do(recordGround, {
        params: { caseId: aino.caseId },
        body: { fromAgencyId: aino.psychiatry, toAgencyId: aino.home, ground: ground(['substance']) },
      }),
  },
  {
    says: 'that psychiatry gives anything of substances to child protection is prohibited',
    from: outOfHealth,
    do: ({ aino }) =>
      aino.leena.do(recordGround, {
        params: { caseId: aino.caseId },
        body: {
          fromAgencyId: aino.psychiatry,
          toAgencyId: aino.home,
          ground: ground(['substance'], { effect: 'prohibit' }),
        },
      }),
  },
  {
    says: 'something more is asked of the nurse',
    from: outOfHealth,
    do: ({ aino, room }) =>
      aino.leena.do(askContribution, {
        params: { caseId: aino.caseId, assessmentId: room.assessmentId },
        body: {
          area: 'substances',
          contributorId: aino.sari.id,
          pairId: null,
          dueOn: '2026-12-01',
          question: 'Onko käyttöä?',
        },
      }),
  },
  {
    says: 'the team writes for itself',
    from: but(...homeTeam),
    do: (stage) =>
      writeUnseen(stage, stage.aino.petri, 'dissent', 'Olen eri mieltä.', {
        dataClass: 'social',
        scope: 'team',
      }),
  },
  {
    says: 'the child writes to child protection alone',
    from: but(...homeTeam, 'homeVisitor', 'child'),
    do: (stage) =>
      writeUnseen(stage, stage.aino.aino, 'comment', 'En halua, että äiti lukee.', {
        dataClass: 'social',
        scope: 'agency',
      }),
  },
  {
    says: 'a draft is typed on two devices',
    from: but('responsible'),
    do: async ({ aino, room }) => {
      const { id } = await aino.leena.do(startEntry, {
        body: {
          kind: 'comment',
          caseId: aino.caseId,
          assessmentId: room.assessmentId,
          parentId: null,
          about: null,
          pairId: null,
        },
      });
      for (const device of ['laptop0001', 'laptop0002'])
        await type(aino.leena, id, 'narrative', `Kirjoitettu laitteella ${device}`, device);
    },
  },
  {
    says: 'the child has moved',
    from: outOfHome,
    do: ({ aino }) =>
      aino.leena.do(changeWhereabouts, {
        params: { caseId: aino.caseId },
        body: {
          version: 1,
          nonDisclosure: false,
          address: 'Piilopolku 9',
          municipality: 'Salakylä',
          school: 'Salakylän koulu',
        },
      }),
  },
  {
    says: 'responsibility is offered to somebody of the team',
    from: outOfHome,
    do: ({ aino, hanna }) =>
      aino.leena.do(offerHandover, {
        params: { caseId: aino.caseId },
        body: {
          affiliationId: hanna.affiliationId ?? '',
          message: 'Ottaisitko?',
          giverBecomes: 'team',
        },
      }),
  },
  {
    says: 'the pair will be away',
    // That somebody will stand in is a membership, which those in the case may know of.
    from: ['colleague', 'principal', 'administrator', 'protectionOfficer'],
    do: ({ aino, observers }) =>
      aino.petri.do(recordAbsence, {
        body: {
          affiliationId: aino.petri.affiliationId ?? '',
          substituteAffiliationId: observers.therapist.affiliationId ?? '',
          from: '2026-12-14',
          until: '2026-12-18',
        },
      }),
  },
  {
    says: 'somebody of psychiatry breaks the glass',
    // Whoever reviews it in the agency whose case it is is told at once.
    from: outOfHealth.filter((name) => name !== 'protectionOfficer'),
    do: async ({ world, clock, aino, olli }) => {
      const { caseId } = aino;
      await world.write(
        olli.id,
        `select b.* from (select set_config('app.now', $4, true) as now) s,
           lateral access.break_glass($1, $2, $3 || left(s.now, 0), 60) b`,
        [caseId, olli.affiliationId, 'Nuori on päivystyksessä.', clock.now().toISOString()],
      );
      await world.superuser(`update streams set access_epoch = access_epoch + 1 where id = $1`, [caseId]);
    },
  },
  {
    says: 'psychiatry writes together an answer to the teacher',
    // Whoever has the request knows of it; who asked does not, until it is sent.
    from: but('nurse'),
    do: async ({ world, henrik, consultationId }) => {
      const documentId = await begunBy(henrik, consultationId);
      const listening = world.app.server.address();
      const address =
        listening && typeof listening === 'object'
          ? `http://127.0.0.1:${listening.port}`
          : await world.listen();
      const writer = await openWriter(address, henrik, documentId);
      await writer.opened();
      writer.paragraph('Ei vielä kysyjälle: lääkitys ensin.');
      await writer.acknowledged();
      await writer.close();
    },
  },
  {
    says: 'psychiatry notifies child protection of a child',
    // Of whom the notification tells is no case yet; its two sides know of it, and neither looks on here.
    from: everybody,
    do: ({ olli, protection }) => notified(olli, protection),
  },
  {
    says: 'a part of the case goes along to a centre',
    // Whoever may read the log of the home agency, or the family's own, is told who has read and what has gone.
    from: ['teacher', 'nurse', 'guest', 'colleague', 'principal'],
    do: async ({ aino, hanna, centre }) => {
      const consultationId = await askedAbout(hanna, centre);
      await sendAll(hanna, consultationId, aino.caseId);
    },
  },
  {
    says: 'a case that is not theirs is opened, and somebody joins its team',
    from: but('responsible'),
    do: async ({ aino, maija }) => {
      const other = await openACase(aino.leena, { childName: 'Elias Saari', childGivenName: 'Elias' });
      await inviteColleague(aino.leena, other, maija);
    },
  },
];

/**
 * A mistake that nobody would see in the code of a route: a trigger that marks the case as changed whenever a comment is
 * started in it, whoever may read the comment. Nothing else starts one.
 */
export const leak = async ({ world }: Stage): Promise<void> => {
  await world.superuser(`create function public.marks_the_case() returns trigger language plpgsql security definer as $$
    begin update cases set version = version + 1 where id = new.case_id; return null; end $$`);
  await world.superuser(
    `create trigger marks_the_case after insert on entries for each row when (new.kind = 'comment')
       execute function public.marks_the_case()`,
  );
};
