// Rights to a text that end while its reader stays in the case: by its ground, or by its audience.
import { ground } from '../../server/testing/case-parts.ts';
import { recordGround, withdrawGround } from '../../shared/cases.ts';
import { getDefaultAudience, shareEntry, takeBackEntry } from '../../shared/entries.ts';
import { ask } from './ask.ts';
import { endsByCommand, endsByItself, type Kind, type Scene } from './kind.ts';
import { shareWithEveryone } from './lane.ts';

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

export const groundWithdrawn: Kind = endsByCommand(
  { name: 'ground-withdrawn', visiting: true, affects: 'text', place: 'access.changed' },
  async (scene) => {
    const { lane, port } = scene;
    const { id: groundId } = await allowSocial(scene);
    const params = { caseId: lane.caseId, groundId };
    return () => ask(port, lane.author, withdrawGround, { params, body: {} });
  },
);

export const groundExpired: Kind = endsByItself(
  { name: 'ground-expired', visiting: true, affects: 'text' },
  async (scene) => {
    const { id } = await allowSocial(scene);
    return (at) => endGroundAt(scene, id, at);
  },
);

const restore: Kind['restore'] = ({ lane, port }) => shareWithEveryone(port, lane);

export const audienceNarrowed: Kind = endsByCommand(
  { name: 'audience-narrowed', visiting: true, affects: 'text', place: 'entry.removed', restore },
  async (scene) => {
    const { lane, port, curtain } = scene;
    const { rows } = await curtain.query(
      `select 1 from grounds where case_id = $1 and data_classes = '{social}' and valid @> now()`,
      [lane.caseId],
    );
    if (rows.length === 0) await allowSocial(scene);
    const params = { entryId: lane.textId };
    const lawful = await ask(port, lane.author, getDefaultAudience, { params });
    const audience = { ...lawful, dataClass: 'social' as const, scope: 'team' as const, agencyIds: [] };
    return async () => {
      const body = { version: lane.version, audience };
      const narrowed = await ask(port, lane.author, shareEntry, { params, body });
      lane.version = narrowed.version ?? 0;
    };
  },
);

export const takenBack: Kind = endsByCommand(
  { name: 'taken-back', visiting: false, affects: 'text', place: 'entry.removed', restore },
  async ({ lane, port }) =>
    async () => {
      const params = { entryId: lane.textId };
      const body = { version: lane.version };
      const { version } = await ask(port, lane.author, takeBackEntry, { params, body });
      lane.version = version ?? 0;
    },
);
