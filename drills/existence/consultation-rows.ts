// The rows of requests for advice, of what goes along with them, and of notifications.
import type { Row } from './row.ts';

export const consultationRows: readonly Row[] = [
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
];
