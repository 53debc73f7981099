// Lines in a text that several write, as their writers would have left them: each an update in its writer's own name, under the
// same row-level security.
import * as Y from 'yjs';
import { documentBeginning } from '../../shared/document-beginning.ts';
import { documentRoot } from '../../shared/document-limits.ts';
import type { Context } from '../context.ts';
import { writeUpdates } from '../documents/write-updates.ts';
import { asPerson } from '../platform/db/transaction.ts';
import type { SignInName } from './region.ts';

export type Line = {
  readonly who: SignInName;
  readonly text: string;
  readonly look?: 'heading' | 'bullet';
};
type People = Record<SignInName, { id: string; affiliationId: string | null }>;

const lookAs = (paragraph: Y.XmlElement, look: Line['look']): void => {
  // The editor's own attribute: a number.
  if (look === 'heading') paragraph.setAttribute('level', 1 as unknown as string);
  if (look === 'bullet') paragraph.setAttribute('list', 'bullet');
};
const write = (root: Y.XmlFragment, { text, look }: Line, isFirst: boolean): void => {
  const first = root.get(0);
  if (isFirst && first instanceof Y.XmlElement) {
    (first.get(0) as Y.XmlText).insert(0, text);
    lookAs(first, look);
    return;
  }
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  lookAs(paragraph, look);
  root.push([paragraph]);
};

/** Under which access epoch somebody may write in it now. */
const epochFor = (
  { app, clock }: Pick<Context, 'app' | 'clock'>,
  who: { personId: string; affiliationId: string | null },
  documentId: string,
): Promise<number> =>
  asPerson(app, who, clock.imposed(), 'read committed', async (tx) => {
    const row = await tx
      .selectFrom('documents')
      .select('access_epoch')
      .where('id', '=', documentId)
      .executeTakeFirst();
    return row?.access_epoch ?? -1;
  });

/** In a document that was just begun. */
export const writeTogether = async (
  context: Pick<Context, 'app' | 'clock'>,
  people: People,
  documentId: string,
  lines: readonly Line[],
): Promise<void> => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentBeginning());
  const clients = new Map([...new Set(lines.map(({ who }) => who))].map((who, n) => [who, n + 1]));
  for (const [n, line] of lines.entries()) {
    const before = Y.encodeStateVector(doc);
    const clientId = clients.get(line.who) ?? 0;
    doc.clientID = clientId;
    doc.transact(() => write(doc.getXmlFragment(documentRoot), line, n === 0));
    const bytes = Y.encodeStateAsUpdate(doc, before);
    const { id: personId, affiliationId } = people[line.who];
    const actor = { personId, affiliation: affiliationId === null ? null : { id: affiliationId } };
    const epoch = await epochFor(context, { personId, affiliationId }, documentId);
    const written = await writeUpdates(context, documentId, epoch, [{ actor, clientId, bytes }]);
    if (written.kind !== 'written') throw new Error(`The demo story stopped: a line was ${written.kind}`);
  }
};
