// The rows of meetings, of what is written there, and of steps.
import type { Row } from './row.ts';

export const meetingRows: readonly Row[] = [
  {
    field: 'expiresAt of a text',
    of: /expiresAt$/,
    from: 'the moment at which a hypothesis was begun',
    why: 'of that text itself; whoever does not read it gets no text',
  },
  {
    field: 'how many who are invited to a meeting have not answered',
    of: /^list-meetings meetings\[\]\.unanswered/,
    from: 'invitations to items of cases in whose home team the reader is',
    why: 'for the home team of those cases, which reads each invitation by name; an item that is restricted to the reader adds nothing, since a number would tell that somebody from outside comes',
  },
  {
    field: 'from when until when somebody is away who is expected in a planned meeting',
    of: /^get-meeting-room expected\[\]/,
    from: 'an absence that is recorded, at the time of the meeting',
    why: 'for those who are expected with them; an absence is of the agency and of no case, and a visitor has none of it',
  },
  {
    field:
      'a meeting or a series of them: times, phases, the minutes and order of its agenda, who is there, how many cases',
    of: /^(list-meetings (meetings|series)\[\]|list-case-meetings |get-meeting-room )/,
    from: 'what its team plans and does',
    why: 'for the team, which may know that something is taken up and when; those of one case for its home team alone; a visitor has the room while their own item is discussed, with that item alone at place 1, versions 0, no moment of the meeting’s own, and of those present whom they may know of',
  },
  {
    field:
      'what is new in a case on an agenda: since when, how many texts and steps, the child met; own cases that wait',
    of: /^get-agenda-news /,
    from: 'texts and steps that the reader may read; its home team’s discussions of the case; a dated setting',
    why: 'for the home team of that case alone, and counted from their own audiences; of a restricted item there is no row, and a visitor finds nothing',
  },
  {
    field: 'a screen on the wall: its agenda, and of the case that is discussed its phase, texts and steps',
    of: /^get-wall-screen |^make-wall-screen /,
    from: 'what everybody present may see, asked of each of them by both rings',
    why: 'the agenda leaves the screen whole as soon as somebody is there who may not know its order; what one of those present may not read leaves no gap and no count, and moves nothing of what stays',
  },
  {
    field: 'the phases of a team’s meetings: which version, since when',
    of: /^list-meeting-templates /,
    from: 'what the team writes of its own way of meeting',
    why: 'for whoever is in the team; nothing of any case moves it',
  },
  {
    field: 'how a team’s meetings have gone: numbers by month',
    of: /^get-team-figures (?!heard)/,
    from: 'all discussions of the team, their hypotheses, the child met, steps; the open cases of those in it',
    why: 'for whoever is in the team, which knows how many cases its meetings take up; numbers alone, none that fewer than five discussions, cases or steps stand behind, of no person and of no single case',
  },
  {
    field: 'how one was heard: one’s own answers, when the discussions were; for a team the mean of many',
    of: /^(list-own-heard |get-team-figures heard\[\])/,
    from: 'discussions at which one was, or of which one was given what came of them; one’s own answers',
    why: 'one’s own; the team has the number and the mean of whole months that are over, and of no fewer than five cases, and a span once told is moved by nothing',
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
  {
    field: 'a step: when it is due, was written and changed, its version and order',
    of: /(^| )(workspace\.)?steps?(\[\])?\.(dueOn|writtenAt|changedAt|version)$/,
    from: 'what is done with the step itself',
    why: 'of that step, whole for everybody who reads it; of its people those whom the reader may not know of are null, and none of them moves anything else',
  },
  {
    field:
      'a memo: when the case was discussed, its versions and what stands in them, how many parts wait for a signature',
    of: /^(list-memos memos\[\]|get-memo(-version)? )/,
    from: 'the parts that the reader reads, and nothing else',
    why: 'a part is of one audience, and everything in it is for each of its readers; who was there and who does a step stands in it where all of them may know of that person; a part that one does not read moves nothing of the others',
  },
];
