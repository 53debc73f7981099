// An answer to a consultation that several experts write together.
export const jointAnswer = {
  title: 'Joint answer',
  begin: 'Write the answer together',
  beginHint:
    'The team and the experts who have joined write in the same text at the same time. Whoever asked sees it once it is sent.',
  begun: 'An answer is now being written together',
  underWay: 'An answer to this question is being written together.',
  notNow: 'The joint answer is unfinished. It can be continued once somebody has taken the question.',
  join: 'Open and write',
  read: 'Open the text',
  lead: 'The answering team and the experts who have joined see the text at once. Whoever asked sees it once it is sent.',
  here: 'Writing now: {names}',
  hereNobody: 'Nobody else is writing now.',
  sentBy: '{name} sends the answer when the text is ready.',
  look: 'Read and send',
  previewTitle: 'Send this answer?',
  previewLead:
    'Whoever asked sees the text and the names of its writers at once. Once sent, it can no longer be changed.',
  back: 'Go on writing',
  movedOn: 'Somebody has written more. Read the text once again.',
  tooLong: 'The text is too long to be sent: {most} characters at most. Shorten it.',
  aloneOrMore: 'Ask for more, or answer alone',
  writers: 'Written by: {names}',
} as const;
