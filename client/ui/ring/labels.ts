// Names around the ring: each beside its dot, none over another, or none at all. When they do not fit, the
// answer is null, and the ring is shown with a list beside it instead.
import type { Circle, Dot } from './geometry.ts';

export type Box = { left: number; top: number; width: number; height: number };
export type Side = 'start' | 'end' | 'middle';
/** `moved`: so far from its dot that a line must tie them. */
export type Label<P> = Box & { dot: Dot<P>; side: Side; moved: boolean };
export type Size = { width: number; height: number };
export type Frame = Size & { circle: Circle; dotRadius: number };

const apart = 4;
const clear = 11;
const farthest = 46;

export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.left < b.left + b.width + margin &&
    b.left < a.left + a.width + margin &&
    a.top < b.top + b.height + margin &&
    b.top < a.top + a.height + margin
  );
}

function beside<P>(dot: Dot<P>, size: Size, frame: Frame, centreY: number): Label<P> {
  const { circle, dotRadius } = frame;
  const right = dot.x >= circle.x;
  const reach = circle.radius + dotRadius + clear;
  // Where the ring with its dots ends at the label's nearest height: a moved label may come closer than its dot.
  const nearest = Math.max(0, Math.abs(centreY - circle.y) - size.height / 2);
  const bulge = nearest < reach ? Math.sqrt(reach * reach - nearest * nearest) : 0;
  const ownDot = Math.abs(dot.x - circle.x) + dotRadius + clear;
  const besideDot = Math.abs(centreY - dot.y) <= size.height / 2 + 2;
  const offset = besideDot ? Math.max(bulge * 0.96, ownDot) : bulge;
  const away = Math.hypot(
    offset - Math.abs(dot.x - circle.x),
    Math.max(0, Math.abs(centreY - dot.y) - size.height / 2),
  );
  return {
    dot,
    side: right ? 'start' : 'end',
    left: right ? circle.x + offset : circle.x - offset - size.width,
    top: centreY - size.height / 2,
    ...size,
    moved: away > dotRadius + 2.6 * clear,
  };
}

function aboveOrBelow<P>(dot: Dot<P>, size: Size, frame: Frame): Label<P> {
  const away = frame.dotRadius + clear - 3;
  const top = dot.y < frame.circle.y ? dot.y - away - size.height : dot.y + away;
  const left = Math.min(Math.max(0, dot.x - size.width / 2), frame.width - size.width);
  return { dot, side: 'middle', left, top, ...size, moved: false };
}

/** Spreads a column of labels so that none touches the next, each as near to its dot as that allows. */
function spread(
  wanted: readonly number[],
  heights: readonly number[],
  least: number,
  most: number,
): number[] {
  const centres = [...wanted];
  for (let round = 0; round < 60; round += 1) {
    let still = true;
    for (let i = 1; i < centres.length; i += 1) {
      const [a = 0, b = 0] = [centres[i - 1], centres[i]];
      const need = ((heights[i - 1] ?? 0) + (heights[i] ?? 0)) / 2 + apart;
      const missing = need - (b - a);
      if (missing > 0.25) {
        centres[i - 1] = a - missing / 2;
        centres[i] = b + missing / 2;
        still = false;
      }
    }
    for (let i = 0; i < centres.length; i += 1) {
      const half = (heights[i] ?? 0) / 2;
      centres[i] = Math.min(Math.max(centres[i] ?? 0, least + half), most - half);
    }
    if (still) break;
  }
  return centres;
}

function column<P>(
  dots: readonly Dot<P>[],
  sizes: Map<P, Size>,
  frame: Frame,
  poles: readonly Label<P>[],
): Label<P>[] {
  const sorted = [...dots].sort((a, b) => a.y - b.y);
  const size = (dot: Dot<P>): Size => sizes.get(dot.person) ?? { width: 0, height: 0 };
  // A label near the top or the bottom of the ring leans outwards, away from the name at the pole.
  const lean = (dot: Dot<P>) => dot.y - Math.cos(dot.angle) ** 3 * Math.max(14, size(dot).height / 2);
  const heights = sorted.map((dot) => size(dot).height);
  const make = (least: number, most: number) =>
    spread(sorted.map(lean), heights, least, most).flatMap((y, i) => {
      const dot = sorted[i];
      return dot ? [beside(dot, size(dot), frame, y)] : [];
    });
  const free = make(0, frame.height);
  if (!free.some((label) => poles.some((pole) => overlaps(label, pole, 2)))) return free;
  const upper = poles
    .filter((pole) => pole.dot.y < frame.circle.y)
    .map((pole) => pole.top + pole.height + apart);
  const lower = poles.filter((pole) => pole.dot.y >= frame.circle.y).map((pole) => pole.top - apart);
  return make(Math.max(0, ...upper), Math.min(frame.height, ...lower));
}

function fits<P>(labels: readonly Label<P>[], dots: readonly Dot<P>[], frame: Frame): boolean {
  const r = frame.dotRadius;
  const dotBoxes = dots.map((dot) => ({ left: dot.x - r, top: dot.y - r, width: 2 * r, height: 2 * r }));
  return labels.every((label, i) => {
    const inside =
      label.left >= -0.5 &&
      label.top >= -0.5 &&
      label.left + label.width <= frame.width + 0.5 &&
      label.top + label.height <= frame.height + 0.5;
    const near = Math.abs(label.top + label.height / 2 - label.dot.y) <= farthest + label.height / 2;
    return (
      inside &&
      near &&
      labels.slice(i + 1).every((other) => !overlaps(label, other)) &&
      dotBoxes.every((box) => !overlaps(label, box))
    );
  });
}

/** One label for each dot, or null when they cannot all be shown well; above and below there is more room for words. */
export function placeLabels<P>(
  dots: readonly Dot<P>[],
  sizes: Map<P, Size>,
  poleSizes: Map<P, Size>,
  frame: Frame,
): Label<P>[] | null {
  // The dot nearest to each pole gets its name above or below; first with both poles, then without.
  const pole = (up: boolean) =>
    [...dots]
      .filter((dot) => (up ? Math.cos(dot.angle) : -Math.cos(dot.angle)) > 0.93)
      .sort((a, b) => Math.abs(Math.sin(a.angle)) - Math.abs(Math.sin(b.angle)))[0];
  const [top, bottom] = [pole(true), pole(false)];
  for (const chosen of [[top, bottom], [top], [bottom], []]) {
    const poles = chosen.flatMap((dot) =>
      dot ? [aboveOrBelow(dot, poleSizes.get(dot.person) ?? { width: 0, height: 0 }, frame)] : [],
    );
    const rest = dots.filter((dot) => !poles.some((label) => label.dot === dot));
    const sides = [
      rest.filter((dot) => dot.x >= frame.circle.x),
      rest.filter((dot) => dot.x < frame.circle.x),
    ];
    const labels = [...poles, ...sides.flatMap((side) => column(side, sizes, frame, poles))];
    if (fits(labels, dots, frame)) return labels;
  }
  return null;
}
