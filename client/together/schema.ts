// What a text written together is made of: paragraphs, nothing else. That one is a heading or stands in a list is said beside
// it, so that who changes that takes the words away from nobody who is writing in it. The server refuses anything else
// (shared/document-limits.ts).
import { Schema } from 'prosemirror-model';

export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'text*',
      // `level`: of a heading; `list`: bullet or number.
      attrs: { level: { default: null }, list: { default: null } },
      // Below the heading of the page it stands on.
      toDOM: ({ attrs }) =>
        attrs['level'] === null
          ? ['p', attrs['list'] === null ? {} : { 'data-list': attrs['list'] }, 0]
          : ['h3', 0],
    },
    text: {},
  },
  marks: {
    strong: { toDOM: () => ['strong', 0] },
    em: { toDOM: () => ['em', 0] },
  },
});
