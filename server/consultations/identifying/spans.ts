// What the rules of one kind give: places in the plain text, each certain or likely; and what is left of them where they overlap.
import type { FindingKind } from '../../../shared/identifying.ts';

export type Span = { readonly from: number; readonly to: number; readonly certain: boolean };
export type SpanOfKind = Span & { readonly kind: FindingKind };

/** All matches of an expression with the flag `g` as likely spans. */
export const likely = (text: string, expression: RegExp): Span[] =>
  [...text.matchAll(expression)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    certain: false,
  }));

/** Of spans that overlap the certain one stays, an identity code before others, else the longer, else the first; in the order of the text. */
export const withoutOverlaps = (spans: readonly SpanOfKind[]): SpanOfKind[] => {
  const rank = (span: SpanOfKind): number => (span.certain ? 2 : 0) + (span.kind === 'identity-code' ? 1 : 0);
  const best = [...spans].sort(
    (a, b) => rank(b) - rank(a) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const taken = new Set<number>();
  const kept = best.filter((span) => {
    for (let place = span.from; place < span.to; place++) if (taken.has(place)) return false;
    for (let place = span.from; place < span.to; place++) taken.add(place);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
};
