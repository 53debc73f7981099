// Attachments: files beside a question.
export const attachment = {
  title: 'Attachments',
  add: 'Add an attachment',
  hint: 'PDF, picture, Word, OpenDocument or text, {size} at most. There can be {count} attachments.',
  readers:
    'Everybody who reads the question sees the attachments. A picture can tell where it was taken, and a document who made it.',
  anonymous:
    'An anonymous question has no attachments. A file can tell who the child is even where no name is seen: by what it says, where a picture was taken, or who made it. Tell what matters most in your own words.',
  anonymousHas:
    'This draft has attachments, and they cannot be sent anonymously. Remove them, or ask with the child’s name.',
  checkingOwn: 'Being checked for viruses. Others can download the file once it has been checked.',
  checking: 'Being checked for viruses. You can download the file once it has been checked.',
  uncheckedOwn:
    'Others cannot download the file yet. No virus check is in use here, and without one they see only the attachment’s name.',
  unchecked:
    'The file cannot be downloaded yet, as no virus check is in use here. Ask for it by another safe way.',
  heldOwn: 'A virus was found in the file. Nobody can download it. Remove it and add a clean file.',
  held: 'A virus was found in the file. Nobody can download it.',
  opened: '{name} has been checked.',
  foundIn: 'A virus was found in the file {name}.',
  download: 'Download',
  remove: 'Remove',
  sending: 'Sending, {percent}%',
  finishing: 'Saving',
  waiting: 'Waiting for the network. The file is sent when it is back.',
  again: 'Try now',
  kept: '{name} has been added.',
  tooLarge: 'The file is too large. {size} at most.',
  empty: 'The file is empty.',
  unreadable: 'The file can no longer be read from this device. Choose it again.',
  sendFirst: 'Some attachments have not arrived yet. Wait a moment, or remove those that do not go through.',
  removeTitle: 'Remove the attachment?',
  removeWords:
    '{name} is removed for everybody and cannot be brought back. The history keeps that there was an attachment.',
  removed: 'The attachment has been removed.',
  about: '{kind} · {size} · {by}, {when}',
  kilobytes: '{size} kB',
  megabytes: '{size} MB',
} as const;

export const attachmentKind = {
  pdf: 'PDF',
  jpeg: 'Picture',
  png: 'Picture',
  webp: 'Picture',
  heic: 'Picture',
  docx: 'Word',
  odt: 'OpenDocument',
  text: 'Text',
} as const;
