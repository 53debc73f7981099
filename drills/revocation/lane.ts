// A case of its own for each kind of end, with a text that its author goes on writing while somebody's right to it ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { aChild, ground } from '../../server/testing/case-parts.ts';
import { openAssessment } from '../../shared/assessments.ts';
import { inviteMember, openCase } from '../../shared/cases.ts';
import { getDefaultAudience, saveField, shareEntry, startEntry } from '../../shared/entries.ts';
import { ask } from './ask.ts';
import { openPage, type Where } from './page.ts';
import type { People, Session } from './people.ts';

export type Ports = readonly [number, number];
export type Cast = {
  readonly people: People;
  readonly home: string;
  readonly school: string;
  readonly author: string;
  readonly authorActs: string;
  readonly administrator: Session;
};
export type Lane = {
  readonly caseId: string;
  readonly textId: string;
  /** The author's session for deciding, and those for writing: each server counts a session's requests. */
  readonly author: Session;
  readonly writers: readonly [Session, Session];
  /** Whose right ends; a colleague, and of the school where the text comes to them by a ground. */
  readonly victim: string;
  readonly victimActs: string;
  readonly visiting: boolean;
  memberId: string | null;
  version: number;
  rev: number;
};

const newMember = inviteMember.body as NonNullable<typeof inviteMember.body>;

/** Invites whoever's right is to end, unless they are in the case. */
export const inviteVictim = async (port: number, lane: Lane, affiliationId = lane.victimActs) => {
  if (lane.memberId !== null) return lane.memberId;
  const coordination = ground(['coordination']);
  const { id } = await ask(port, lane.author, inviteMember, {
    params: { caseId: lane.caseId },
    body: newMember.parse({
      affiliationId,
      personId: lane.victim,
      role: lane.visiting ? 'visiting' : 'team',
      endsOn: null,
      participation: { scope: 'everyone', agencyIds: [], familyScope: 'none' },
      toThem: lane.visiting ? coordination : null,
      fromThem: lane.visiting ? coordination : null,
    }),
  });
  lane.memberId = id;
  return id;
};

export const shareWithEveryone = async (port: number, lane: Lane): Promise<void> => {
  const params = { entryId: lane.textId };
  const lawful = await ask(port, lane.author, getDefaultAudience, { params });
  const audience = { ...lawful, dataClass: 'social' as const, scope: 'everyone' as const, agencyIds: [] };
  const shared = await ask(port, lane.author, shareEntry, {
    params,
    body: { version: lane.version, audience },
  });
  lane.version = shared.version ?? 0;
};

export const save = async (port: number, lane: Lane, who: Session): Promise<void> => {
  const text = `Tilanne ${lane.rev + 1}. ${'Aamut ovat vaikeita. '.repeat(lane.rev % 5)}`;
  const { rev } = await ask(port, who, saveField, {
    params: { entryId: lane.textId, field: 'narrative' },
    body: { base: lane.rev, text, device: `device${lane.textId.slice(-6)}` },
  });
  lane.rev = rev;
};

export const openLane = async (port: number, cast: Cast, name: string, visiting: boolean): Promise<Lane> => {
  const { people } = cast;
  const session = () => people.session(cast.author, cast.authorActs);
  const author = await session();
  const writers = [await session(), await session()] as const;
  const body = { ...aChild, childName: `Lapsi ${name}`, relations: [] };
  const { id: caseId } = await ask(port, author, openCase, { body });
  const { id: assessmentId } = await ask(port, author, openAssessment, {
    params: { caseId },
    body: { trigger: 'contact', beganOn: new Date().toISOString().slice(0, 10), decidedOn: null },
  });
  const { id: textId, version = 1 } = await ask(port, author, startEntry, {
    body: { kind: 'dissent', caseId, assessmentId, parentId: null, about: null, pairId: null },
  });
  const victim = await people.person(`Osallinen ${name}`);
  const victimActs = visiting
    ? await people.affiliation(victim, cast.school, 'special-teacher')
    : await people.affiliation(victim, cast.home, 'social-counsellor');
  const lane: Lane = {
    caseId,
    textId,
    author,
    writers,
    victim,
    victimActs,
    visiting,
    memberId: null,
    version,
    rev: 0,
  };
  await save(port, lane, author);
  await shareWithEveryone(port, lane);
  return lane;
};

/** Between two saves when it matters. */
const hurriedMs = 15;

/** The author writes, now through one server, now through the other: steadily, and much faster when it matters. */
export const startWriting = (ports: Ports, lane: Lane, everyMs: number) => {
  let [stopped, hurried, saves] = [false, false, 0];
  let failure: string | null = null;
  const run = async (): Promise<void> => {
    for (let n = 0; !stopped; n = 1 - n) {
      const began = Date.now();
      try {
        await save(ports[n as 0 | 1], lane, lane.writers[n as 0 | 1]);
        saves += 1;
      } catch (error) {
        failure ??= (error as Error).message;
      }
      while (!stopped && Date.now() - began < (hurried ? hurriedMs : everyMs)) await sleep(5);
    }
  };
  const ended = run();
  return {
    saves: (): number => saves,
    hurry: (now: boolean): void => {
      hurried = now;
    },
    stop: async (): Promise<{ saves: number; failure: string | null }> => {
      stopped = true;
      await ended;
      return { saves, failure };
    },
  };
};
export type Writing = ReturnType<typeof startWriting>;

const movesEveryMs = 300;

/** The author's own page, which says that they are in the text: where somebody is must not tell of it either. */
export const startBeingThere = async (where: Where, lane: Lane) => {
  const page = openPage(where, lane.author);
  await page.watching();
  let writing = false;
  const timer = setInterval(() => {
    writing = !writing;
    const place = { view: 'assessment', entryId: lane.textId, field: 'narrative', writing } as const;
    page.send({ t: 'at', caseId: lane.caseId, place });
  }, movesEveryMs);
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await page.close();
    },
  };
};
