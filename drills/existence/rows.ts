// Why no number, moment, order or mark that leaves the server can tell of a row its reader may not know of. docs/existence.md
// shows this list; a test fails for a field that has no row here, and for a row that no field needs any more.
import type { Telling } from './walk.ts';

export type Row = {
  /** In words, for the page. */
  readonly field: string;
  /** `where path` of the fields meant; absent where no contract names it. */
  readonly of?: RegExp;
  readonly tells?: readonly Telling[];
  /** What moves it. */
  readonly from: string;
  readonly why: string;
};

const ofRow = 'a row is presented only to whoever holds its key, and nothing of another row goes into it';

export const rows: readonly Row[] = [
  {
    field: 'version of a text',
    of: /(entry|entries\[\]|notes\[\])\.version$/,
    from: 'each change of its audience',
    why: 'its authors alone get it; everybody else gets 0, or a text that reaches somebody hidden as well would count it',
  },
  {
    field: 'createdAt, updatedAt, sharedAt of a text, at and rev of its fields',
    of: /(entry|entries\[\]|notes\[\])\.(createdAt|updatedAt|sharedAt|fields\.\*\.(at|rev))$|^event entry\.text-changed |^(save-field|resolve-alternative) (rev|savedAt)$/,
    from: 'what is typed into the text itself',
    why: 'a change of audience moves none of them; what of a child’s view is the team’s own is written without moving updatedAt and leaves the answer whole',
  },
  {
    field: 'agencies and people in a text’s audience, authors of a pair',
    of: /(audience\.(agencyIds|familyIds)|authorIds|contributorIds)\[\]$|^get-default-audience /,
    tells: ['order'],
    from: 'whom the author chose',
    why: 'those whom the reader may not know of are left out, and an audience that is left with nobody looks like one that names nobody',
  },
  {
    field: 'alternatives, forms and notes',
    of: /alternatives?(\[\])?(\.updatedAt)?$|^list-notes notes\[\]$/,
    from: 'the own devices',
    why: 'they are their author’s alone',
  },
  {
    field: 'version, openedAt, closedAt, number of a case',
    of: /(^| )(workspace\.)?case\.(version|openedAt|closedAt|birthDate|number|languages\[\])$/,
    from: 'the head of the case',
    why: 'nothing that happens in a case moves its head; the number is drawn, not counted (decision 9)',
  },
  {
    field: 'number of a case, wherever a case is named',
    of: /\.number$/,
    tells: ['mark'],
    from: 'drawn when the case was opened',
    why: 'drawn, not counted; named only where the reader holds the key of the head',
  },
  {
    field: 'startsAt, endsAt, order of the members of a service',
    of: /^list-service-members /,
    from: 'whoever administers the service',
    why: 'read by the service itself and by that administration alone',
  },
  {
    field: 'memberships and invitations: startsAt, endsAt, acceptedAt, declinedAt',
    of: /members?(\[\])?\.(startsAt|endsAt|acceptedAt)$|invitations?(\[\])?\.(declinedAt|endsAt|invitedAt)$|ending\[\]\.endsAt$/,
    from: 'the membership itself',
    why: `that somebody takes part is a row with an audience; ${ofRow}`,
  },
  {
    field: 'grounds: startsAt, endsAt, withdrawnAt',
    of: /grounds?(\[\])?\.(startsAt|endsAt|withdrawnAt|dataClasses\[\])$/,
    from: 'the ground itself',
    why: `${ofRow}; a withdrawn ground stays where it was`,
  },
  {
    field: 'until and groundIds of who sees what',
    of: /^get-sharing .*(until|groundIds\[\])$/,
    from: 'every ground and power that decides what goes this way',
    why: 'told only between the own agency or the one whose case it is and another (so it is what the reader’s own side gets or gives); the family reads it of readable grounds alone; ids only of readable grounds',
  },
  {
    field: 'texts of the family, by class',
    of: /^get-sharing family\[\]\.texts\[\]/,
    from: 'texts under keys of both',
    why: 'counted of the texts that the reader reads, and of no other',
  },
  {
    field: 'relations and whereabouts: version, custody, end',
    of: /relations?(\[\])?\.(version|custodyFrom|custodyUntil|endedOn|powerClasses\[\])$|whereabouts\.version$/,
    from: 'the row itself',
    why: ofRow,
  },
  {
    field: 'version of an assessment and of a signed version, signedAt, begin, areas',
    of: /(assessments?|versions?|head)(\[\])?\.(version|signedAt|beganOn|openedAt|areas\[\])$/,
    from: 'signing and correcting',
    why: 'whoever has the assessment may know of both; signing is the same however many hidden parts there are',
  },
  {
    field: 'statutory clocks',
    of: /(decision|ready)\.(dueOn|from|amount|metOn|holidays\[\](\.on)?)$|readyDueOn$/,
    from: 'the day on which the matter began, the holidays, the decision',
    why: 'worked out from the assessment’s own fields',
  },
  {
    field: 'hash of a version and of a part',
    of: /(versions?(\[\])?|head|parts\[\])\.hash$/,
    tells: ['mark'],
    from: 'every part, also hidden ones',
    why: 'each is over 32 drawn bytes besides, which nobody is shown: a reader cannot work it out from the parts they see and so learn that there are others',
  },
  {
    field: 'parts, withheld and their authors',
    of: /^get-version (parts\[\]|withheld|parts\[\]\.authors\[\])$/,
    from: 'texts, and a mark for each answered request',
    why: 'what is withheld is counted by marks, and a mark has the audience of the request: whoever may not know of the contributor has no mark; places in the version are not shown',
  },
  {
    field: 'contributions: version, status, askedAt, openedAt, dueOn',
    of: /contributions?(\[\])?\.(version|askedAt|openedAt|dueOn)$|(asked|missing)\[\]\.(askedAt|dueOn)$/,
    from: 'what becomes of the request',
    why: 'whoever may know of the contributor may know that it is asked, written and shared; sharing again with somebody else does not move it',
  },
  {
    field: 'signatures',
    of: /signatures?(\[\])?\.signedAt$|toSign\[\]\.signedAt$/,
    from: 'the signature itself',
    why: `under the audience of the signer’s taking part; ${ofRow}`,
  },
  {
    field: 'activities and what has changed',
    of: /activit(y|ies\[\])\.at$/,
    from: 'one row for each deed',
    why: 'under the audience of what it was about; the newest fifty (sixty on Today) are counted of the reader’s own rows; of a text that was shared already the deed is told to those who gain it',
  },
  {
    field: 'lastVisitAt',
    of: /lastVisitAt$/,
    from: 'the own visit',
    why: 'the reader’s own',
  },
  {
    field: 'rows and next of the log',
    of: /^list-log (rows\[\](\.at)?|next)$/,
    from: 'one row for each look and each disclosure',
    why: 'the database’s door gives only rows whose people and object the reader may know of, a page is counted of those, and next is the last of them; what a page costs does not grow with the rows of others',
  },
  {
    field: 'handovers',
    of: /handovers?(\[\])?\.offeredAt$/,
    from: 'the offer itself',
    why: `the home team’s; ${ofRow}`,
  },
  {
    field: 'waiting, shared, being-written, texts-to-read',
    of: /^list-cases cases\[\]\.waiting$|^get-today (assessments\[\]\.shared|next\[\]\.(count|on))$/,
    from: 'requests and texts',
    why: 'counted of rows whose keys the reader holds',
  },
  {
    field: 'cases and notes on Today',
    of: /^get-today (cases|notes)$/,
    from: 'the own memberships, the own notes',
    why: 'a case in which the reader takes no part is in no count',
  },
  {
    field: 'load of a worker, cases of an absence',
    of: /load\.(children|asSubstitute|limit)$|absences\[\]\.cases$/,
    from: 'the children one is responsible for',
    why: 'a bare number of the own agency’s register, for whoever leads the team, hands over or stands in: statute asks for it; which children is not told, and other agencies do not get it',
  },
  {
    field: 'absences',
    of: /absences\[\]\.(startsAt|endsAt)$/,
    from: 'the absence itself',
    why: 'for whom it concerns, within an agency; it names no case',
  },
  {
    field: 'openedAt and birthDate of one’s cases',
    of: /^list-(like-)?cases cases\[\]\.(openedAt|birthDate)$/,
    from: 'the head of the case',
    why: 'only of cases that one may read; asking for a name finds no other',
  },
  {
    field: 'who gains and loses a text, agencies in number, missing grounds',
    of: /^preview-audience /,
    from: 'who would read it',
    why: 'of those the author may know of, also in the number; what the text seems to tell of a place only to whoever may read the place',
  },
  {
    field: 'notices',
    of: /notices\[\]\.at$/,
    from: 'what was told to oneself',
    why: 'the reader’s own; of a case only where one takes part',
  },
  {
    field: 'one-time links',
    of: /links\[\]\.(at|expiresAt)$/,
    from: 'the link itself',
    why: 'for the home team, which invited',
  },
  {
    field: 'numbers of the administration',
    of: /^get-administration /,
    from: 'agencies, teams, people, affiliations',
    why: 'no case and no family member goes into them; somebody invited by link is there as a person, not as taking part in anything',
  },
  {
    field: 'answers of writes: version',
    of: /^[a-z-]+ version$/,
    tells: ['number'],
    from: 'what one has just changed oneself',
    why: 'only to whoever may change the row',
  },
  {
    field: 'the own session: expiresAt, idleMinutes, sessions ended',
    of: /^[a-z-]+ (session\.)?(expiresAt|idleMinutes|ended)$/,
    from: 'the own session',
    why: 'the reader’s own',
  },
  {
    field: 'live, token',
    of: /^(get-workspace live|frame (watching|event|token) token)$/,
    tells: ['mark'],
    from: 'the place in the stream, which every event moves',
    why: 'sealed, of one length, renewed with a visible frame or on a fixed beat',
  },
  {
    field: 'n of a frame, again of a poll, hello',
    of: /^frame (event n|hello (protocol|connection))$|^poll-live (again|frames\[\])$/,
    from: 'what this connection has been given',
    why: 'counted for each connection; the stream’s own numbers never leave the server; again is a constant beat',
  },
  {
    field: 'a document that several write: n, at, and what is in it',
    of: /^frame document-/,
    from: 'the updates of that document, those of the own connection, and who wrote them',
    why: 'only to whoever may read the whole document, which has one audience; n counts what this connection was given or sent itself; the numbers of the log never leave the server; who may not read it is told what is told of one that never was',
  },
  {
    field: 'presence',
    of: /^frame presence /,
    from: 'who is where',
    why: 'of people and texts that the reader may know of; one diff a second, and only if it differs',
  },
  {
    field: 'order of lists',
    of: /\[\]$/,
    tells: ['order'],
    from: 'ids, names, moments of the rows that are in it',
    why: 'each is sorted by fields of its own rows, to the last by id; a hidden row is not in it and moves no other',
  },
  {
    field: 'when an invitation was left',
    of: /invitations?(\[\])?\.leftAt$/,
    from: 'the membership’s own end',
    why: 'for the home team, and for whoever was asked',
  },
  {
    field: 'what changes with a guardian’s custody, and what was recorded of it',
    of: /^(preview-custody|list-custody-changes) /,
    tells: ['moment', 'day'],
    from: 'grounds and powers of the case; the relation’s own history',
    why: 'for the home team; people, agencies and grounds only of those that the asker may know of and read',
  },
  {
    field: 'uses of break-glass, looks in vain',
    of: /^(list-break-glass|break-glass) |^get-today (openGlass|glassToReview)\[\]\.(at|until)$/,
    tells: ['moment', 'number'],
    from: 'each use, and each look that found nothing',
    why: 'for whoever used it and those who must review it, within the agency; what was typed in vain is not kept, and a case of another register is found by nobody',
  },
  {
    field: 'version of the programme',
    of: /^get-welcome version$/,
    from: 'the build',
    why: 'the same for everybody',
  },
  {
    field: 'ids',
    from: 'the moment at which their own row came to be (UUIDv7), then drawn bits',
    why: 'no counter: two ids tell the order and time of two rows that one has, and nothing of what came between; the key of an audience, which is counted, never leaves the server',
  },
  {
    field: 'ids of requests, in errors and in the log of the process',
    from: 'drawn',
    why: 'one that the process counts would tell how busy the others are',
  },
  {
    field: 'status and shape of an error',
    from: 'what is asked for',
    why: 'what one may not see is 404 with the same body as what does not exist, whoever asks and by whatever route; 403 and 409 are about rows that one sees; details hold a field’s name, a reason, a version or revision of a row one may change, seconds or tries of one’s own',
  },
  {
    field: 'x-ratelimit headers',
    from: 'the own session’s requests; before a sign-in those of the address',
    why: 'counted for each session',
  },
  {
    field: 'ETag, Last-Modified, Content-Length',
    from: 'the built client; the answer itself',
    why: 'only files of the client have an ETag; answers of the interface carry none, and their length is that of what the reader may see',
  },
  {
    field: 'refetch and gone',
    from: 'own rights that changed; a move of a text that one gains or loses; turvakielto where one loses or gains',
    why: 'a new audience that one holds is no reason, nor is a move of a text that one reads before and after; gone is the same for what never was',
  },
  {
    field: 'Today’s hint',
    from: 'an event that the reader gets, own keys that go or open',
    why: 'a new audience is no reason, nor is a text that reaches somebody else as well',
  },
  {
    field: 'mails',
    from: 'what the reader is invited to, asked or given to read',
    why: 'a stage, the drawn number, a day, or a meeting’s kind and time; only to those who gain something; of repeats within the hour one. A calendar entry holds nobody else and no place; its uid is drawn for this reader, its sequence counts what they were told',
  },
  {
    field: 'a PDF and the name of its file',
    from: 'the same reading as the version',
    why: 'case number and version alone in the name; parts as above',
  },
  {
    field: 'logs of the process',
    from: 'each request',
    why: 'not for readers of a case; route patterns and drawn ids, no names, no words',
  },
  {
    field: 'figures of a service',
    of: /^get-service-figures /,
    from: 'the requests of a year to that service',
    why: 'read by the service itself, which reads those requests; nothing that fewer than five stand behind is told',
  },
  {
    field: 'days within which a service means to answer, hours within which it did, its end',
    of: /^list-services services\[\]\.((answerWorkingDays|escalation)\.\w+|measuredHours|endedAt)$/,
    from: 'whoever administers it; the answers of a year',
    why: 'services are for every professional to know of; of fewer than five answers nothing is said, and half of them says of no single one when it came',
  },
  {
    field: 'drafts of a request: rev, savedAt, what was found in them',
    of: /^(start|get|save|check)-consultation-draft |^list-consultations drafts\[\]/,
    from: 'what their asker types',
    why: 'they are their asker’s alone, and gone with the sending',
  },
  {
    field: 'files beside a draft of a request: place, size, hash, moment, order',
    of: /^list-draft-attachments /,
    from: 'what its asker adds',
    why: 'they are their asker’s alone; beside a sent request a file is shown to whoever reads that request, and its place counts files of that request alone',
  },
  {
    field: 'copies of a request that a side has taken over',
    of: /^get-consultation consultation\.transfers\[\]/,
    from: 'the own side of whoever reads it',
    why: 'each side reads its own alone, and none of them moves anything that the other side reads',
  },
  {
    field: 'ids of a hint of consultations',
    from: 'requests that moved',
    why: 'named to whoever is on a side of that request now, acting in the affiliation by which they are; whoever has just lost it, and every change of what somebody may see, is told by a hint that names none',
  },
  {
    field:
      'requests to a service: receipt, due day, answer, changes, turns, history, experts, order in a list',
    of: /^(list-consultations|read-consultation-heads) (asked|queue|invited)\[\]|^list-consultations whole$|^get-consultation consultation\./,
    from: 'what is done to that request by those on its sides',
    why: 'a list holds only requests on whose sides the reader stands; whoever is on a side knows everybody on it, so nothing of a request is hidden from them, and none tells of another; from which it was made is for its asker alone, null for everybody else',
  },
  {
    field: 'a named request before it goes: days, hours, order',
    of: /^preview-naming /,
    from: 'what its asker types; who is in the service',
    why: 'for the asker alone; of the people in the service only those whom the asker has met, of the others their agencies, to which the request would be disclosed',
  },
  {
    field: 'what goes along with a request: days, moments, revisions, order',
    of: /^(get-bundle-choices|list-bundles|get-bundle) /,
    from: 'texts of the own agency that the sender reads; the bundle itself',
    why: 'before it goes for its sender alone; afterwards for those in the service who can read something of it: what is withdrawn or over is not there, and of what went to others in the service nothing is counted',
  },
  {
    field: 'child welfare notifications: receipt, what of the handling both sides know, order in a list',
    of: /^(list|get)-welfare-notifications? .*(receivedAt|readByPersonAt|handlingBeganAt|decisionDueOn|number|birthDate|made\[\]|received\[\]|notification\.decision\..*)$/,
    from: 'the sending; that a person of the service has it, and that its urgency is judged',
    why: 'read by its notifier and by the receiving service; what else the service does with it moves none of what the notifier reads, and the number is drawn',
  },
  {
    field: 'steps of the service that received a notification',
    of: /^get-welfare-notification notification\.steps\[\]/,
    from: 'what that service does with it',
    why: 'read by that service alone; for the notifier the list is empty, however much was done',
  },
  {
    field: 'the answer that several write, before it is sent',
    from: 'whoever begins it or writes in it',
    why: 'to the asking side it is null: no step of the history, no change of the request, no hint, and the document answers like one that never was; sent, it is a turn like every other',
  },
  {
    field: 'expiresAt of a text',
    of: /expiresAt$/,
    from: 'the moment at which a hypothesis was begun',
    why: 'of that text itself; whoever does not read it gets no text',
  },
  {
    field: 'a meeting: its times, phases, the minutes and order of its agenda, who is there, how many cases',
    of: /^(list-meetings meetings\[\]|get-meeting-room )/,
    from: 'what its team plans and does',
    why: 'for the team, which may know that something is taken up and when; a visitor has the room while their own item is discussed, with that item alone at place 1, versions 0, no moment of the meeting’s own, and of those present whom they may know of',
  },
  {
    field: 'fromAt, untilAt of an own visit',
    of: /^list-meetings visits\[\]/,
    from: 'whoever invited',
    why: 'one’s own; whether the meeting has begun, and how far it is, moves nothing of it until the own item is taken up',
  },
  {
    field: 'ids of a hint of meetings',
    from: 'a meeting that moved',
    why: 'named to its team, and to a visitor while their item is discussed, in the affiliation by which they are there; whoever has just left the room is told by a hint that names none',
  },
];
