// What other nouns and the live room may use of documents.
export { createDesk } from './desk.ts';
export { type DocumentKind, noStanding } from './kind.ts';
export { documentBlocks, documentLines, documentWords } from './read-log.ts';
export { caretChannel, createRooms, laterByTimer, type Rooms } from './rooms.ts';
export { documentAccessChanged, freezeDocument, startDocument } from './start-document.ts';
export { createTableStore } from './table-store.ts';
