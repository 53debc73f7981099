// What a Yjs update holds, looked at before it is believed: whose words, from where to where, and whether it is made of
// anything but the parts that a text may have. Knows nothing of who anybody is.
import * as Y from 'yjs';

/** What a text may be made of. */
export type TextShape = {
  readonly root: string;
  readonly nodes: readonly string[];
  readonly marks: readonly string[];
  readonly attributes: readonly string[];
};

export type Judged = {
  /** Whose words; null where it only deletes. */
  readonly clientId: number | null;
  /** The clocks of its words: from, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly deletes: boolean;
};
export type Misfit = 'malformed' | 'forged' | 'out-of-step';

/** No client writes so much into one text. */
const mostClock = 2 ** 31;
const mostValue = 200;

const short = (value: unknown): boolean => JSON.stringify(value ?? null).length <= mostValue;

const isAttribute = (shape: TextShape, item: Y.Item, isAttributeAt: (id: Y.ID) => boolean): boolean =>
  item.parentSub === null
    ? item.origin !== null && isAttributeAt(item.origin)
    : shape.attributes.includes(item.parentSub);

const fits = (shape: TextShape, item: Y.Item, isAttributeAt: (id: Y.ID) => boolean): boolean => {
  const { content } = item;
  if (typeof item.parent === 'string' && item.parent !== shape.root) return false;
  if (content instanceof Y.ContentAny)
    return isAttribute(shape, item, isAttributeAt) && content.arr.every(short);
  if (item.parentSub !== null) return content instanceof Y.ContentDeleted;
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentFormat) return shape.marks.includes(content.key) && short(content.value);
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  if (type instanceof Y.XmlElement) return shape.nodes.includes(type.nodeName);
  return type instanceof Y.XmlText;
};

const decode = (update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null => {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
};

/** The attribute that stands at an id, of the document or of the update itself. */
const attributesOf = (doc: Y.Doc, structs: readonly (Y.Item | Y.GC | Y.Skip)[], clientId: number) => {
  const own = structs.filter((s): s is Y.Item => s instanceof Y.Item);
  const at = (id: Y.ID): boolean => {
    if (id.client === clientId) {
      const item = own.find((s) => s.id.clock <= id.clock && id.clock < s.id.clock + s.length);
      if (item) return item.parentSub !== null || (item.origin !== null && at(item.origin));
    }
    // What waits to be written is not in the document yet.
    if (id.clock >= Y.getState(doc.store, id.client)) return true;
    const known = Y.getItem(doc.store, id) as Y.Item | Y.GC;
    return known instanceof Y.Item && known.parentSub !== null;
  };
  return at;
};

/**
 * @param doc the text as it is known
 * @param ahead how far a client's words are known or waiting to be written, where that is further than in `doc`
 */
export const judgeUpdate = (
  update: Uint8Array,
  shape: TextShape,
  doc: Y.Doc,
  ahead: (clientId: number) => number,
): Judged | Misfit => {
  const decoded = decode(update);
  if (!decoded) return 'malformed';
  const { structs, ds } = decoded;
  const clientId = structs[0]?.id.client ?? null;
  const from = structs[0]?.id.clock ?? 0;
  let to = from;
  for (const struct of structs) {
    if (struct.id.client !== clientId) return 'forged';
    if (struct instanceof Y.Skip || struct.length < 1) return 'malformed';
    if (struct.id.clock !== to) return 'malformed';
    to += struct.length;
    if (to > mostClock) return 'malformed';
  }
  const knownOf = (client: number): number =>
    Math.max(Y.getState(doc.store, client), ahead(client), client === clientId ? to : 0);
  const known = (id: Y.ID): boolean => id.clock < knownOf(id.client);
  if (clientId !== null && from > Math.max(Y.getState(doc.store, clientId), ahead(clientId)))
    return 'out-of-step';
  let deletes = false;
  for (const [client, ranges] of ds.clients) {
    deletes = true;
    if (ranges.some((range) => range.len < 1 || range.clock + range.len > knownOf(client)))
      return 'out-of-step';
  }
  const isAttributeAt = attributesOf(doc, structs, clientId ?? 0);
  for (const item of structs) {
    if (!(item instanceof Y.Item)) continue;
    const parent = item.parent as unknown;
    const needs = [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null];
    if (!needs.every((id) => id === null || known(id))) return 'out-of-step';
    if (!fits(shape, item, isAttributeAt)) return 'malformed';
  }
  return { clientId, from, to, deletes };
};
