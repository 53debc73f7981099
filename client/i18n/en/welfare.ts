// Child welfare notification: making one, its receipt, and what the receiving service does with it.
export const welfare = {
  title: 'Child welfare notification',
  new: 'Make a child welfare notification',
  numbered: 'Child welfare notification {number}',
  lead: 'You make it yourself, in your own name. Being worried is enough: you need not look into it first.',
  onlyYou: 'A draft, only you see this.',
  // The form
  urgencyLabel: 'How soon does the child need help?',
  dangerTitle: 'First call 112 or the emergency social services',
  danger: 'A call brings help at once, this form does not. Make the notification when you have called.',
  call: 'Call 112',
  childTitle: 'The child',
  childName: 'The child’s name',
  childNameHint: 'If you do not know the name, describe the child.',
  identityCode: 'Personal identity code',
  birthDate: 'Date of birth',
  whereabouts: 'Address, or where the child is now',
  guardians: 'Guardians',
  guardiansHint: 'Names and telephone numbers, if you know them.',
  happenedTitle: 'What has happened',
  observed: 'What did you see and hear?',
  observedHint: 'Keep apart what you noticed, what the child said and what others have told you.',
  observedWhen: 'When?',
  worry: 'What worries you?',
  worryHint: 'In your own words.',
  familyLabel: 'Does the family know of the notification?',
  familyWords: 'What has been said with the family?',
  whomLabel: 'Whom do you notify?',
  whomNone:
    'Rinki has no child-protection service that receives notifications. Call child protection in your area or the emergency social services.',
  fromTitle: 'Who notifies',
  fromWords:
    'Your name stands in the notification. You cannot notify anonymously, since your work makes it your duty (Child Welfare Act, section 25).',
  phone: 'Your telephone number',
  phoneHint: 'A social worker can call and ask more.',
  apart:
    'Whoever receives it does not see that it belongs to your consultation. Your name stands in both, though: whoever reads both may guess.',
  takeQuestion: 'Copy my question here',
  send: 'Send the notification',
  sendNext: 'You get a receipt at once. What is sent cannot be changed, but you can make another.',
  sent: 'The notification has been sent.',
  missing: { one: 'One part is still missing.', other: '{count} parts are still missing.' },
  needUrgency: 'Choose how soon.',
  needName: 'Write the name or describe the child.',
  needCode: 'The identity code is not right. Check it, or leave it empty.',
  needBirthDate: 'The date of birth cannot lie ahead.',
  needObserved: 'Tell what you saw and heard.',
  needWorry: 'Tell what worries you.',
  needFamily: 'Choose one.',
  needService: 'Choose whom you notify.',
  needChoice: 'First choose which of the texts stays.',
  discard: 'Throw the draft away',
  discardTitle: 'Throw the draft away?',
  discardWords: 'The draft and everything that was saved of it will be gone. This cannot be undone.',
  discarded: 'The draft is gone.',
  // The receipt
  sentTitle: 'Your notification has arrived',
  receipt: 'Receipt: {number}, {date}',
  progress: 'What happens with it',
  reached: 'Arrived: {service}',
  readByPerson: 'A worker has received it',
  notReadYet: 'No worker has received it yet',
  began: 'It is being handled',
  notBegun: 'It is not being handled yet',
  urgencyAtOnce: 'How urgent it is is judged at once.',
  decisionBy: 'Whether an assessment of service needs begins is decided by {date}.',
  whatNot:
    'You do not see here what it leads to. Secrecy protects the child and the family. If you are still worried, make another.',
  fromConsultation: 'Open the consultation it grew from',
  written: 'What was written',
  notTold: 'Not told',
  born: 'born {date}',
  // The receiving service
  handling: 'Handling',
  urgencyClock: 'Urgency judged',
  urgencyNow: 'at once',
  urgencyDone: 'judged {date}',
  decisionClock: 'Decision on an assessment of service needs',
  markReceived: 'I receive it',
  markReceivedLead: 'Whoever made it sees that a worker has it. Judge at once how urgent it is.',
  judge: 'Record how urgent it is',
  judgeAgain: 'Judge the urgency again',
  judgeTitle: 'Does the child need help urgently?',
  judgeLead: 'Whoever made it sees only that it is being handled.',
  judgeWords: 'What is the judgement based on?',
  needVerdict: 'Choose one.',
  conclude: 'Record what it led to',
  concludeAgain: 'Change the record',
  concludeTitle: 'What did it lead to?',
  concludeLead: 'Whoever made it does not see this.',
  concludeWords: 'Reason',
  needReason: 'Write the reason.',
  record: 'Record',
  recorded: 'Recorded.',
  openCase: 'Open the child’s case with this',
  toChildren: 'Find the child’s case',
  prefilled: 'Name, date of birth and address came from notification {number}. Check them.',
  stepReceived: 'received it',
  ownNotification: 'You made this yourself. Somebody else handles it.',
  // Lists
  queue: 'Child welfare notifications',
  made: 'Child welfare notifications I have made',
  closedCount: { one: '{count} handled notification', other: '{count} handled notifications' },
  closed: 'Handled notifications',
  newArrived: 'A new child welfare notification',
  madeMoved: 'Notification {number} went forward',
  notifier: 'Made by',
  gone: 'There is no such notification, or it is not yours to see',
  goneDetail: 'Only whoever made it and the service that received it see it.',
} as const;

export const welfareUrgency = {
  danger: 'At once, the child is in danger',
  soon: 'Today or in the coming days',
  ordinary: 'It is not urgent, but I am worried',
} as const;

/** The same beside a name in a list. */
export const welfareUrgencyShort = {
  danger: 'in danger now',
  soon: 'in the coming days',
  ordinary: 'not urgent',
} as const;

export const familyKnows = {
  yes: 'Yes, I have told them',
  no: 'Not yet',
  'no-for-safety': 'No, telling could put the child in danger',
} as const;

export const welfareState = {
  new: 'New',
  received: 'Judge the urgency',
  'urgency-judged': 'Being handled',
  concluded: 'Handled',
} as const;

export const urgencyVerdict = {
  urgent: 'Urgent need of help',
  'not-urgent': 'No urgent need of help',
} as const;

export const welfareConclusion = {
  'assessment-opened': 'An assessment of service needs was begun',
  'joined-case': 'Joined to the child’s open case',
  'no-measures': 'No measures',
} as const;
