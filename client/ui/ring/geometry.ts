// Where the arcs and the dots of the ring go. Angles in radians, clockwise from the top; lengths in CSS pixels.
import { type AgencyKind, agencyKinds } from '../agency-kind.ts';

export type Point = { x: number; y: number };
export type Dot<P> = Point & { person: P; angle: number };
export type Arc = { kind: AgencyKind; path: string };
export type Circle = Point & { radius: number };
export type Geometry<P> = { circle: Circle; dotRadius: number; dots: Dot<P>[]; arcs: Arc[] };

const full = 2 * Math.PI;

export function at(circle: Circle, angle: number): Point {
  return { x: circle.x + circle.radius * Math.sin(angle), y: circle.y - circle.radius * Math.cos(angle) };
}

function arcPath(circle: Circle, from: number, to: number): string {
  const [start, middle, end] = [at(circle, from), at(circle, (from + to) / 2), at(circle, to)];
  const part = (p: Point) => `A${circle.radius} ${circle.radius} 0 0 1 ${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
  // Two halves, so that an arc longer than half a circle needs no special case.
  return `M${start.x.toFixed(1)} ${start.y.toFixed(1)}${part(middle)}${part(end)}`;
}

/**
 * People stand in the order of their kind of agency, each kind on its own arc; an arc is as long as it has people.
 * The first person stands a little left of the top, where reading begins.
 */
export function placeDots<P extends { agencyKind: AgencyKind }>(
  people: readonly P[],
  circle: Circle,
  dotRadius: number,
): Geometry<P> {
  const groups = agencyKinds
    .map((kind) => ({ kind, members: people.filter((person) => person.agencyKind === kind) }))
    .filter((group) => group.members.length > 0);
  const gap = groups.length > 1 ? Math.min(0.1, 0.9 / groups.length) : 0;
  const perPerson = (full - gap * groups.length) / Math.max(1, people.length);
  let angle = -perPerson / 2 - 0.12;
  const dots: Dot<P>[] = [];
  const arcs: Arc[] = [];
  for (const { kind, members } of groups) {
    const end = angle + perPerson * members.length;
    arcs.push({ kind, path: arcPath(circle, angle, end) });
    members.forEach((person, index) => {
      const where = angle + perPerson * (index + 0.5);
      dots.push({ person, angle: where, ...at(circle, where) });
    });
    angle = end + gap;
  }
  return { circle, dotRadius, dots, arcs };
}

/** The largest dot that leaves its neighbours room. */
export function dotRadiusFor(count: number, radius: number, largest: number): number {
  const between = (full * radius) / Math.max(1, count);
  return Math.max(7, Math.min(largest, between * 0.38));
}
