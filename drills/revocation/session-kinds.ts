// Rights that end with a session, or because it goes on in another affiliation.
import { chooseAffiliation, signOut } from '../../shared/sessions.ts';
import { ask } from './ask.ts';
import { endsByCommand, endsByItself, type Kind, type Scene, sessionOf } from './kind.ts';
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
export const signedOut = (everywhere: boolean): Kind =>
  endsByCommand(
    {
      name: everywhere ? 'signed-out-everywhere' : 'signed-out',
      visiting: false,
      affects: 'case',
      place: 'moment',
    },
    async (scene, session) => {
      const leaves = everywhere ? await sessionOf(scene) : session;
      return () => ask(scene.port, leaves, signOut, { body: { everywhere } });
    },
  );

export const sessionExpired: Kind = endsByItself(
  { name: 'session-expired', visiting: false, affects: 'case' },
  async (scene, session) => (at) => endSessionAt(scene, session, at),
);

export const actingChanged: Kind = endsByCommand(
  { name: 'acting-changed', visiting: false, affects: 'case', place: 'moment' },
  async ({ cast, lane, port }, session) => {
    const affiliationId = await cast.people.affiliation(lane.victim, cast.school, 'principal');
    return () => ask(port, session, chooseAffiliation, { body: { affiliationId } });
  },
);
