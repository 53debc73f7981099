// The name of a file as it is kept and shown: no path, nothing that cannot be seen, an ending that its content has, and nothing
// that is certain to tell who somebody is. Pure.
import { type AttachmentKind, attachmentKinds, longestAttachmentName } from '../../../shared/attachment.ts';
import { findIdentifying } from '../identifying/index.ts';

/** Control and format characters (bidirectional ones among them), line ends of every kind, and letters that stand alone or for nobody. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
/** What some system takes for more than a name. */
const meaning = /[<>:"|?*]/g;

const withoutIdentity = (name: string): string => {
  // Names are often joined by underscores, which would hide what stands between them.
  const certain = findIdentifying(name.replaceAll('_', ' ')).filter((one) => one.certain);
  return certain.reduceRight((text, { from, to }) => `${text.slice(0, from)}…${text.slice(to)}`, name);
};

/** @param given as the browser sent it; null where it sent none */
export const cleanName = (given: string | null, kind: AttachmentKind): string => {
  const { endings } = attachmentKinds[kind];
  const seen = (given ?? '')
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .split(/[/\\]/)
    .at(-1)
    ?.replace(meaning, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const name = withoutIdentity(seen ?? '');
  const known = endings.find((one) => name.toLowerCase().endsWith(`.${one}`));
  const stem = known === undefined ? name : name.slice(0, -known.length - 1);
  const ending = `.${known ?? endings[0]}`;
  const most = longestAttachmentName - ending.length;
  return `${[...stem].slice(0, most).join('').trim() || '…'}${ending}`;
};

/** @param header percent-encoded UTF-8; null where it is not */
export const nameFrom = (header: unknown): string | null => {
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
};
