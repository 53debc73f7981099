// For the own records: copies of a request.
export const records = {
  title: 'For your own records',
  lead: 'The question and the whole correspondence. Each download is logged.',
  pdf: 'Download PDF',
  text: 'Download as text',
  mark: 'Mark as transferred',
  markTitle: 'Into which system did you take it?',
  markLead: 'Only your own side sees the mark, not the other party.',
  system: 'Name of the system',
  systemHint: 'such as Wilma or the client records',
  needSystem: 'Write the name of the system.',
  markDo: 'Mark',
  marked: 'Marked as transferred.',
  list: 'Transferred',
  by: '{name}, {date}',
} as const;
