// Reads the room: the one way to land in it, before, during and after, for whoever comes first or comes back.
import type { MeetingRoom } from '../../shared/meeting.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readMeetingPeople } from '../people/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { type Found, findMeeting } from './find-meeting.ts';
import { readCases, readHeard, readPostponed, readPresent, readSections, readVisits } from './item-rows.ts';
import { phasesOf } from './phases.ts';
import { meetingAbilities, presentExpected, presentFrame, presentItems } from './present-room.ts';
import { readRoomWall } from './wall/room-wall.ts';
import { readComers } from './who-comes.ts';

export const readTeamName = async (tx: Tx, { row }: Found): Promise<string | null> =>
  row.team_id === null
    ? null
    : ((await tx.selectFrom('teams').select('name').where('id', '=', row.team_id).executeTakeFirst())?.name ??
      null);

const presentRoom = async (tx: Tx, found: Found): Promise<MeetingRoom> => {
  const [cases, visits, sections, heard, postponed, present, comers, teamName, phases] = await Promise.all([
    readCases(found, tx),
    readVisits(found, tx),
    readSections(found, tx),
    readHeard(found, tx),
    readPostponed(found, tx),
    readPresent(found, tx),
    readComers(found, tx),
    readTeamName(tx, found),
    phasesOf(tx, found),
  ]);
  const people = await readMeetingPeople(
    tx,
    [
      found.row.chair_affiliation_id,
      ...found.items.map(({ row }) => row.presenter_affiliation_id),
      ...[...visits, ...present, ...comers].map((one) => one.affiliation_id),
    ],
    [...visits, ...present].filter((one) => one.affiliation_id === null).map((one) => one.person_id),
  );
  return {
    as: found.part,
    meeting: presentFrame(found, phases, { teamName, people }),
    items: presentItems(found, { cases, visits, sections, heard, postponed, people }),
    present: present.flatMap((one) => {
      const person = people.by({ personId: one.person_id, affiliationId: one.affiliation_id });
      return person ? [{ person, itemId: one.item_id, cameAt: one.came_at.toISOString() }] : [];
    }),
    wall: await readRoomWall(tx, found, present),
    expected: presentExpected(found, comers, people),
    can: meetingAbilities(found),
  };
};

export const readRoom = (server: Server, actor: Actor, meetingId: string): Promise<MeetingRoom> =>
  read(server.context, actor, async (tx, at) => {
    const found = await findMeeting(tx, server.facts, actor, at, meetingId);
    await logView(tx, actor, at, { kind: 'meeting', caseId: null, objectId: meetingId, purpose: 'meeting' });
    for (const { row } of found.items)
      await logView(tx, actor, at, {
        kind: 'agenda-item',
        caseId: row.case_id,
        objectId: row.id,
        purpose: 'meeting',
      });
    return presentRoom(tx, found);
  });
