// Routes of meetings.
import { getAgendaNews } from '../../shared/agenda-news.ts';
import { listCaseMeetings as caseMeetingsContract } from '../../shared/case-meetings.ts';
import { listOwnHeard as ownHeardContract, rateHeard as rateContract } from '../../shared/heard.ts';
import { listMeetingTemplates, saveMeetingTemplate } from '../../shared/meeting-templates.ts';
import * as contract from '../../shared/meetings.ts';
import { getTeamFigures } from '../../shared/team-figures.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { comeIn, goOut } from './attendance.ts';
import { beginSection } from './begin-section.ts';
import { listCaseMeetings } from './case-meetings.ts';
import { changeMeeting, conveneMeeting } from './convene-meeting.ts';
import { listOwnHeard, rateHeard } from './heard.ts';
import { listMeetings } from './list-meetings.ts';
import { moveMeeting } from './move-meeting.ts';
import { changeItem, orderAgenda, putOnAgenda } from './put-on-agenda.ts';
import { readTeamFigures } from './read-figures.ts';
import { readNews } from './read-news.ts';
import { readRoom } from './read-room.ts';
import { releaseThought } from './release-thought.ts';
import { beginSeries, endSeries } from './series.ts';
import { takeIntoRecord } from './take-into-record.ts';
import { listTemplates, saveTemplate } from './templates.ts';
import { answerVisit, changeVisit, inviteToItem } from './visits.ts';
import { sayComing } from './who-comes.ts';
import { writeInRoom } from './write-in-room.ts';

export const meetingRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.listMeetings, async ({ request }) => listMeetings(server, actorOf(request)));
  serve(app, contract.conveneMeeting, async ({ request, body }) =>
    conveneMeeting(server, callOf(request), body),
  );
  serve(app, contract.beginSeries, async ({ request, params, body }) =>
    beginSeries(server, callOf(request), params.teamId, body),
  );
  serve(app, contract.endSeries, async ({ request, params }) =>
    endSeries(server, callOf(request), params.seriesId),
  );
  serve(app, listMeetingTemplates, async ({ request, params }) =>
    listTemplates(server, actorOf(request), params.teamId),
  );
  serve(app, saveMeetingTemplate, async ({ request, params, body }) =>
    saveTemplate(server, callOf(request), params, body),
  );
  serve(app, getTeamFigures, async ({ request, params }) =>
    readTeamFigures(server, actorOf(request), params.teamId),
  );
  serve(app, contract.changeMeeting, async ({ request, params, body }) =>
    changeMeeting(server, callOf(request), params.meetingId, body),
  );
  serve(app, contract.getMeetingRoom, async ({ request, params }) =>
    readRoom(server, actorOf(request), params.meetingId),
  );
  serve(app, getAgendaNews, async ({ request, params, query }) =>
    readNews(server, actorOf(request), params.meetingId, query.only),
  );
  serve(app, contract.putOnAgenda, async ({ request, params, body }) =>
    putOnAgenda(server, callOf(request), params.meetingId, body),
  );
  serve(app, contract.changeItem, async ({ request, params, body }) =>
    changeItem(server, callOf(request), params.itemId, body),
  );
  serve(app, contract.orderAgenda, async ({ request, params, body }) =>
    orderAgenda(server, callOf(request), params.meetingId, body),
  );
  serve(app, contract.moveMeeting, async ({ request, params, body }) =>
    moveMeeting(server, callOf(request), params.meetingId, body),
  );
  serve(app, contract.sayComing, async ({ request, params, body }) =>
    sayComing(server, callOf(request), params.meetingId, body),
  );
  serve(app, contract.inviteToItem, async ({ request, params, body }) =>
    inviteToItem(server, callOf(request), params.itemId, body),
  );
  serve(app, contract.changeVisit, async ({ request, params, body }) =>
    changeVisit(server, callOf(request), params.visitId, body),
  );
  serve(app, contract.answerVisit, async ({ request, params, body }) =>
    answerVisit(server, callOf(request), params.visitId, body.answer),
  );
  serve(app, contract.comeIn, async ({ request, params }) =>
    comeIn(server, callOf(request), params.meetingId),
  );
  serve(app, contract.goOut, async ({ request, params }) => goOut(server, callOf(request), params.meetingId));
  serve(app, contract.beginSection, async ({ request, params, body }) =>
    beginSection(server, callOf(request), params.itemId, body.phase),
  );
  serve(app, contract.writeInRoom, async ({ request, params, body }) =>
    writeInRoom(server, callOf(request), params.itemId, body.kind),
  );
  serve(app, contract.takeIntoRecord, async ({ request, params, body }) =>
    takeIntoRecord(server, callOf(request), params.itemId, body.entryId),
  );
  serve(app, contract.releaseThought, async ({ request, params, body }) =>
    releaseThought(server, callOf(request), params.itemId, body),
  );
  serve(app, caseMeetingsContract, async ({ request, params }) =>
    listCaseMeetings(server, actorOf(request), params.caseId),
  );
  serve(app, ownHeardContract, async ({ request, params }) =>
    listOwnHeard(server, actorOf(request), params.caseId),
  );
  serve(app, rateContract, async ({ request, params, body }) =>
    rateHeard(server, callOf(request), params.itemId, body.rating),
  );
};
