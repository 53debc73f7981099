// Rights that end with a session, or because it goes on in another affiliation.
import { chooseAffiliation, signOut } from '../../shared/sessions.ts';
import { ask } from './ask.ts';
import {
  acknowledged,
  type End,
  inTheCase,
  type Kind,
  nothing,
  type Scene,
  sessionOf,
  soon,
  untilThen,
} from './kind.ts';
import type { Session } from './people.ts';

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

/** @param everywhere told from another of the person's sessions than the one that is looked at */
export const signedOut = (everywhere: boolean): Kind => ({
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

export const sessionExpired: Kind = {
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

export const actingChanged: Kind = {
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
