// The ways in which a right ends: how each is brought about, and what of the stream is no longer to come after it.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { ground } from '../../server/testing/case-parts.ts';
import { endAffiliation } from '../../shared/agencies.ts';
import { endMembership, recordGround, withdrawGround } from '../../shared/cases.ts';
import { getDefaultAudience, shareEntry, takeBackEntry } from '../../shared/entries.ts';
import { changeMembership } from '../../shared/members.ts';
import { chooseAffiliation, signOut } from '../../shared/sessions.ts';
import { ask } from './ask.ts';
import { type Cast, inviteVictim, type Lane, shareWithEveryone } from './lane.ts';
import type { Session } from './people.ts';

export type Scene = {
  readonly cast: Cast;
  readonly lane: Lane;
  readonly curtain: pg.Pool;
  /** The server through which this round's command goes. */
  readonly port: number;
};
/** @param closeBy called shortly before */
export type End = (closeBy: () => Promise<void>) => Promise<number>;
export type Kind = {
  readonly name: string;
  readonly visiting: boolean;
  /** What must not come any more: everything of the case, or the text alone. */
  readonly affects: 'case' | 'text';
  /**
   * Where in the case's stream the end stands: at the mark that the command left there; where it left none, after what
   * was committed by the moment at which it was acknowledged, or at which time itself ended the right.
   */
  readonly place: 'access.changed' | 'entry.removed' | 'moment';
  /** Everything up to a page that is open in this session; then `end`, which gives the moment to count from. */
  readonly prepare: (scene: Scene) => Promise<{ session: Session; end: End }>;
  /** As it was before. */
  readonly restore: (scene: Scene) => Promise<void>;
};

/** Long enough ahead that every page is open and both servers know of it. */
const aheadMs = 2_000;
const soon = (): Date => new Date(Date.now() + aheadMs);
const untilThen = async (moment: Date, closeBy: () => Promise<void>): Promise<number> => {
  await sleep(Math.max(0, moment.getTime() - Date.now() - 150));
  await closeBy();
  await sleep(Math.max(0, moment.getTime() - Date.now()));
  return moment.getTime();
};
const acknowledged =
  (command: () => Promise<unknown>): End =>
  async (closeBy) => {
    await closeBy();
    await command();
    return Date.now();
  };
const nothing = async (): Promise<void> => undefined;

const sessionOf = ({ cast, lane }: Scene): Promise<Session> =>
  cast.people.session(lane.victim, lane.victimActs);
const inTheCase = async (scene: Scene): Promise<Session> => {
  await inviteVictim(scene.port, scene.lane);
  return sessionOf(scene);
};

const allowSocial = ({ cast, lane, port }: Scene): Promise<{ id: string }> =>
  ask(port, lane.author, recordGround, {
    params: { caseId: lane.caseId },
    body: {
      fromAgencyId: cast.home,
      toAgencyId: cast.school,
      ground: ground(['social'], { kind: 'statute', statute: 'Sosiaalihuoltolaki 1301/2014, 41 §' }),
    },
  });

/** No route gives a ground an end on any second: its end is put into the table, and marked as a command would. */
const endGroundAt = async ({ curtain, lane }: Scene, groundId: string, at: Date): Promise<void> => {
  await curtain.query('update grounds set valid = tstzrange(lower(valid), $2) where id = $1', [groundId, at]);
  await curtain.query('select access.derive_case($1)', [lane.caseId]);
  await curtain.query(
    `with s as (update streams set head_seq = head_seq + 1, access_epoch = access_epoch + 1 where id = $1 returning head_seq)
     insert into events (stream_id, seq, kind, acl_key, payload, at)
     select $1, head_seq, 'access.changed', null, '{"kind":"access.changed","rights":true}', now() from s`,
    [lane.caseId],
  );
};

/** A session lasts for hours: its end is put into the table, and told to the servers. */
const endSessionAt = async ({ curtain }: Scene, { id, personId }: Session, at: Date): Promise<void> => {
  await curtain.query('update sessions set expires_at = $2 where id = $1', [id, at]);
  await curtain.query(
    `with s as (insert into streams (id, kind, head_seq) values ($1, 'person', 1)
       on conflict (id) do update set head_seq = streams.head_seq + 1 returning head_seq)
     insert into events (stream_id, seq, kind, acl_key, payload, at)
     select $1, head_seq, 'session.changed', null, jsonb_build_object('kind', 'session.changed', 'sessionId', $2::text), now() from s`,
    [personId, id],
  );
};

const membershipEnded: Kind = {
  name: 'membership-ended',
  visiting: false,
  affects: 'case',
  place: 'access.changed',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port } = scene;
    const params = { caseId: lane.caseId, memberId: lane.memberId ?? '' };
    const end = acknowledged(() =>
      ask(port, lane.author, endMembership, { params, body: { reason: 'Loppu' } }),
    );
    return { session, end };
  },
  restore: async ({ lane }) => {
    lane.memberId = null;
  },
};

const membershipExpired: Kind = {
  name: 'membership-expired',
  visiting: false,
  affects: 'case',
  place: 'moment',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port } = scene;
    const params = { caseId: lane.caseId, memberId: lane.memberId ?? '' };
    const end: End = async (closeBy) => {
      const at = soon();
      await ask(port, lane.author, changeMembership, {
        params,
        body: { until: at.toISOString(), role: null },
      });
      return untilThen(at, closeBy);
    };
    return { session, end };
  },
  restore: membershipEnded.restore,
};

const groundWithdrawn: Kind = {
  name: 'ground-withdrawn',
  visiting: true,
  affects: 'text',
  place: 'access.changed',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port } = scene;
    const { id: groundId } = await allowSocial(scene);
    const params = { caseId: lane.caseId, groundId };
    return { session, end: acknowledged(() => ask(port, lane.author, withdrawGround, { params, body: {} })) };
  },
  restore: nothing,
};

const groundExpired: Kind = {
  name: 'ground-expired',
  visiting: true,
  affects: 'text',
  place: 'moment',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { id } = await allowSocial(scene);
    const end: End = async (closeBy) => {
      const at = soon();
      await endGroundAt(scene, id, at);
      return untilThen(at, closeBy);
    };
    return { session, end };
  },
  restore: nothing,
};

const audienceNarrowed: Kind = {
  name: 'audience-narrowed',
  visiting: true,
  affects: 'text',
  place: 'entry.removed',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port, curtain } = scene;
    const { rows } = await curtain.query(
      `select 1 from grounds where case_id = $1 and data_classes = '{social}' and valid @> now()`,
      [lane.caseId],
    );
    if (rows.length === 0) await allowSocial(scene);
    const params = { entryId: lane.textId };
    const lawful = await ask(port, lane.author, getDefaultAudience, { params });
    const audience = { ...lawful, dataClass: 'social' as const, scope: 'team' as const, agencyIds: [] };
    const end = acknowledged(async () => {
      const body = { version: lane.version, audience };
      const narrowed = await ask(port, lane.author, shareEntry, { params, body });
      lane.version = narrowed.version ?? 0;
    });
    return { session, end };
  },
  restore: ({ lane, port }) => shareWithEveryone(port, lane),
};

const takenBack: Kind = {
  name: 'taken-back',
  visiting: false,
  affects: 'text',
  place: 'entry.removed',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port } = scene;
    const end = acknowledged(async () => {
      const params = { entryId: lane.textId };
      const { version } = await ask(port, lane.author, takeBackEntry, {
        params,
        body: { version: lane.version },
      });
      lane.version = version ?? 0;
    });
    return { session, end };
  },
  restore: audienceNarrowed.restore,
};

/** @param everywhere told from another of the person's sessions than the one that is looked at */
const signedOut = (everywhere: boolean): Kind => ({
  name: everywhere ? 'signed-out-everywhere' : 'signed-out',
  visiting: false,
  affects: 'case',
  place: 'moment',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const leaves = everywhere ? await sessionOf(scene) : session;
    return { session, end: acknowledged(() => ask(scene.port, leaves, signOut, { body: { everywhere } })) };
  },
  restore: nothing,
});

const sessionExpired: Kind = {
  name: 'session-expired',
  visiting: false,
  affects: 'case',
  place: 'moment',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const end: End = async (closeBy) => {
      const at = soon();
      await endSessionAt(scene, session, at);
      return untilThen(at, closeBy);
    };
    return { session, end };
  },
  restore: nothing,
};

const affiliationEnded: Kind = {
  name: 'affiliation-ended',
  visiting: false,
  affects: 'case',
  place: 'access.changed',
  prepare: async (scene) => {
    const { cast, lane, port } = scene;
    const affiliationId = await cast.people.affiliation(lane.victim, cast.home, 'family-therapist');
    await inviteVictim(port, lane, affiliationId);
    const session = await cast.people.session(lane.victim, affiliationId);
    const params = { affiliationId };
    return {
      session,
      end: acknowledged(() => ask(port, cast.administrator, endAffiliation, { params, body: {} })),
    };
  },
  restore: membershipEnded.restore,
};

const actingChanged: Kind = {
  name: 'acting-changed',
  visiting: false,
  affects: 'case',
  place: 'moment',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { cast, lane, port } = scene;
    const affiliationId = await cast.people.affiliation(lane.victim, cast.school, 'principal');
    return {
      session,
      end: acknowledged(() => ask(port, session, chooseAffiliation, { body: { affiliationId } })),
    };
  },
  restore: nothing,
};

export const kinds: readonly Kind[] = [
  membershipEnded,
  membershipExpired,
  groundWithdrawn,
  groundExpired,
  audienceNarrowed,
  takenBack,
  signedOut(false),
  signedOut(true),
  sessionExpired,
  affiliationEnded,
  actingChanged,
];
