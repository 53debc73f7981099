// From people and a width to everything that is drawn: either a ring with names around it, or, when it is narrow
// or crowded, a small ring for beside a list.
import { dotRadiusFor, type Geometry, placeDots } from './geometry.ts';
import { type Label, placeLabels, type Size } from './labels.ts';
import type { RingPerson } from './ring-data.ts';
import { wrap } from './wrap.ts';

export type Measure = (text: string, look: 'name' | 'detail') => number;
/** `lines` are already in the reader's language: the role, and how it stands. */
export type Named = RingPerson & { lines: readonly string[] };
export type RingPlan = Geometry<Named> & { width: number; height: number; labels: Label<Named>[] | null };

const narrowest = 500;
// More names than this could be placed, but not read at a glance.
const most = 16;
const widestLabel = 190;
const widestOnWide = 250;

/** A label's lines as they are drawn: a long name or role goes on to the next line, and nothing is cut. */
export type LabelLines = { name: string[]; details: string[] };

/** Role and state on one line when that is short, else each on lines of its own. */
export function labelLines(person: Named, measure: Measure, room: number): LabelLines {
  const detail = (text: string) => measure(text, 'detail');
  const joined = person.lines.join(' · ');
  return {
    name: wrap(person.name, (text) => measure(text, 'name'), room),
    details: detail(joined) <= room ? [joined] : person.lines.flatMap((text) => wrap(text, detail, room)),
  };
}

/** Wider than the room where a single word is: then the label does not fit, and is not drawn. */
function labelSize(person: Named, measure: Measure, room: number, line: number): Size {
  const { name, details } = labelLines(person, measure, room);
  const widths = [
    ...name.map((text) => measure(text, 'name')),
    ...details.map((text) => measure(text, 'detail')),
  ];
  return { width: Math.ceil(Math.max(...widths)) + 2, height: line * (name.length + details.length) };
}

/** `line` is the height of one line of a label in pixels, so that large text is given its room. */
export function planRing(people: readonly Named[], width: number, measure: Measure, line: number): RingPlan {
  if (width >= narrowest && people.length <= most) {
    const radius =
      Math.min(150, Math.max(112, (width - 2 * widestLabel) / 2 - 30)) + Math.min(30, people.length * 1.5);
    const height = 2 * radius + 4 * line + 84;
    const circle = { x: width / 2, y: height / 2, radius };
    const dotRadius = dotRadiusFor(people.length, radius, 19);
    const geometry = placeDots(people, circle, dotRadius);
    const room = Math.min(widestOnWide, width / 2 - radius - dotRadius - 12);
    const frame = { width, height, circle, dotRadius };
    const sizesIn = (widest: number) =>
      new Map(people.map((person) => [person, labelSize(person, measure, widest, line)]));
    const labels = room > 90 ? placeLabels(geometry.dots, sizesIn(room), sizesIn(widestOnWide), frame) : null;
    if (labels) return { ...geometry, width, height, labels };
  }
  const side = Math.min(width, people.length > most ? 400 : 290);
  const dotRadius = dotRadiusFor(people.length, side / 2 - 22, 18);
  const radius = side / 2 - dotRadius - 4;
  const geometry = placeDots(people, { x: side / 2, y: side / 2, radius }, dotRadius);
  return { ...geometry, width: side, height: side, labels: null };
}
