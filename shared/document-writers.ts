// Whose words each block of the text holds: by the clients of its letters, most letters first.
import * as Y from 'yjs';

const lettersBy = (text: Y.XmlText, counts: Map<number, number>): void => {
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString)
      counts.set(item.id.client, (counts.get(item.id.client) ?? 0) + item.length);
};

/** For each paragraph in order: the clients whose letters stand there. */
export const clientsByLine = (root: Y.XmlFragment): number[][] =>
  root.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    const counts = new Map<number, number>();
    for (const text of child.toArray()) if (text instanceof Y.XmlText) lettersBy(text, counts);
    return [[...counts].sort(([, a], [, b]) => b - a).map(([client]) => client)];
  });
