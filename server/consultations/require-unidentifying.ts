// Before something goes to the other side of an anonymous request: what is certain to tell who the child is never goes, what
// may tell is asked about once.
import type { Finding } from '../../shared/consultation.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { findIdentifying } from './identifying/index.ts';

/** A text and where it stands in what was sent: `question`, `supports.2.note`. */
export type Passage = { readonly path: string; readonly text: string };

export const findingsIn = (passages: readonly Passage[]): Finding[] =>
  passages.flatMap(({ path, text }) => findIdentifying(text).map((finding) => ({ path, ...finding })));

const placed = (findings: readonly Finding[]) =>
  findings.map(({ path, from, to, kind }) => ({ path, from, to, kind }));

/**
 * @param checked somebody has looked at what may tell, and leaves it
 * @throws Refusal `identifying`, `perhaps-identifying`, each with its places
 */
export const requireUnidentifying = (passages: readonly Passage[], checked: boolean): void => {
  const findings = findingsIn(passages);
  const certain = findings.filter((finding) => finding.certain);
  if (certain.length > 0) throw new Refusal('identifying', undefined, undefined, placed(certain));
  if (findings.length > 0 && !checked)
    throw new Refusal('perhaps-identifying', undefined, undefined, placed(findings));
};
