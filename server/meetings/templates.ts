// The phases of a team's meetings: read with what is shipped beside it, and changed by whoever is in the team, each time as a new
// version. The database holds the same (access.hold_template): whoever writes, the child's voice stays.
import { sql } from 'kysely';
import type { z } from 'zod';
import { MeetingKind, meetingKinds, type Phase, Phases } from '../../shared/meeting.ts';
import {
  type listMeetingTemplates as contract,
  type MeetingTemplate,
  type saveMeetingTemplate as saveContract,
  voiceKey,
} from '../../shared/meeting-templates.ts';
import { meetingPhase } from '../../shared/words/meeting-fi.ts';
import type { Actor } from '../access/actor.ts';
import { type Call, command } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { ownTeam } from './find-meeting.ts';

type Answer = z.output<typeof contract.response>;
type Input = z.output<NonNullable<typeof saveContract.body>>;
type Newest = { readonly version: number; readonly phases: Phase[]; readonly madeAt: Date };

/** The newest version of each kind, of a team, or as shipped for null. */
const newestOf = async (tx: Tx, teamId: string | null): Promise<Map<MeetingKind, Newest>> => {
  const rows = await tx
    .selectFrom('meeting_templates')
    .distinctOn('kind')
    .select(['kind', 'version', 'phases', 'made_at'])
    .where('team_id', 'is not distinct from', teamId)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      MeetingKind.parse(row.kind),
      { version: row.version, phases: Phases.parse(row.phases), madeAt: row.made_at },
    ]),
  );
};

const canonical = (phases: readonly Phase[]): string =>
  JSON.stringify(
    phases.map(({ key, minutes, part, title, questions }) => [key, minutes, part, title, questions]),
  );

const shippedOf = (shipped: ReadonlyMap<MeetingKind, Newest>, kind: MeetingKind): Phase[] => {
  const found = shipped.get(kind);
  if (!found) throw new Error(`no phases are shipped for ${kind}`);
  return found.phases;
};

/** @throws Refusal `not-found` for a team that one is not in */
export const listTemplates = (server: Server, actor: Actor, teamId: string): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const team = await ownTeam(tx, actor, at, teamId);
    const [shipped, own] = await Promise.all([newestOf(tx, null), newestOf(tx, teamId)]);
    await logView(tx, actor, at, {
      kind: 'meeting-templates',
      caseId: null,
      objectId: teamId,
      purpose: 'meeting',
    });
    const templates = meetingKinds.map((kind): MeetingTemplate => {
      const [base, newest] = [shippedOf(shipped, kind), own.get(kind)];
      return {
        kind,
        version: newest?.version ?? 0,
        since: newest?.madeAt.toISOString() ?? null,
        asShipped: !newest || canonical(newest.phases) === canonical(base),
        phases: newest?.phases ?? base,
        shipped: base,
      };
    });
    return { teamName: team.name, templates };
  });

const isShipped = (key: string): boolean => Object.hasOwn(meetingPhase, key);

/** The product's promise is that the child's voice is not passed over in silence: no version is without it. */
const requireOrder = (phases: readonly Phase[]): void => {
  const keys = phases.map(({ key }) => key);
  if (!keys.includes(voiceKey)) throw new Refusal('child-view-missing');
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice >= 0) throw new Refusal('invalid-input', { field: `phases.${twice}.key` });
  // Only a shipped one is called something without a title of its own.
  const nameless = phases.findIndex(({ key, title }) => title === undefined && !isShipped(key));
  if (nameless >= 0) throw new Refusal('invalid-input', { field: `phases.${nameless}.title` });
};

/** @throws Refusal `not-found`, `version-conflict`, `child-view-missing`, `invalid-input` */
export const saveTemplate = (
  server: Server,
  call: Call,
  { teamId, kind }: { teamId: string; kind: MeetingKind },
  input: Input,
): Promise<{ id: string; version: number }> =>
  command(server.context, call, async ({ tx, actor, at }) => {
    const team = await ownTeam(tx, actor, at, teamId);
    if (!actor.affiliation) throw notFound();
    const phases = input.phases ?? shippedOf(await newestOf(tx, null), kind);
    requireOrder(phases);
    const version = (await newestOf(tx, team.id)).get(kind)?.version ?? 0;
    if (version !== input.version) throw new Refusal('version-conflict', { version });
    const row = await tx
      .insertInto('meeting_templates')
      .values({
        kind,
        team_id: team.id,
        version: version + 1,
        phases: JSON.stringify(phases),
        made_by: actor.affiliation.id,
        // To the microsecond the database's own moment: it asks for that.
        made_at: sql<Date>`app.now()`,
      })
      // Of two who save at the same moment one is first.
      .onConflict((on) => on.doNothing())
      .returning(['id', 'version'])
      .executeTakeFirst();
    if (!row) throw new Refusal('version-conflict', { version: version + 1 });
    return row;
  });
