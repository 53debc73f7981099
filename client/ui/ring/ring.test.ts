// The ring's geometry with people of every number and mix; text is measured by a rough rule instead of a canvas.
import { describe, expect, test } from 'vitest';
import { agencyKinds } from '../agency-kind.ts';
import { overlaps } from './labels.ts';
import { labelLines, type Measure, type Named, planRing } from './plan.ts';
import { wrap } from './wrap.ts';

const measure: Measure = (text, look) => text.length * (look === 'name' ? 7.4 : 6.4);
const roles = [
  'erityisopettaja',
  'rehtori',
  'psykiatrinen sairaanhoitaja',
  'lähiverkosto',
  'lastensuojelulaitoksen ohjaaja',
];
const names = ['Leena', 'Mikko', 'Äiti', 'Sari', 'Aleksanteri-Johannes', 'Petri'];

function people(count: number, kinds: number): Named[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${i}`,
    name: names[i % names.length] ?? '',
    role: roles[i % roles.length] ?? '',
    agencyKind: agencyKinds[i % kinds] ?? 'family',
    initials: 'AB',
    here: i % 3 === 0,
    writing: false,
    state: 'none',
    lines: i % 2 ? [roles[i % roles.length] ?? '', 'paikalla'] : [roles[i % roles.length] ?? ''],
  }));
}

const counts = Array.from({ length: 40 }, (_, i) => i + 1);

describe.each([500, 620, 800])('at a width of %i', (width) => {
  describe.each([1, 4, 8])('with %i kinds of agency', (kinds) => {
    test.each(counts)(
      'the names of %i people never lie over each other, over a dot or outside, and are whole',
      (count) => {
        const plan = planRing(people(count, kinds), width, measure, 18);
        expect(plan.dots).toHaveLength(count);
        for (const label of plan.labels ?? []) {
          expect(label.left).toBeGreaterThanOrEqual(-0.5);
          expect(label.left + label.width).toBeLessThanOrEqual(width + 0.5);
          expect(label.top).toBeGreaterThanOrEqual(-0.5);
          expect(label.top + label.height).toBeLessThanOrEqual(plan.height + 0.5);
          for (const other of plan.labels ?? [])
            if (other !== label) expect(overlaps(label, other)).toBe(false);
          const { name, details } = labelLines(label.dot.person, measure, label.width);
          for (const line of name) expect(measure(line, 'name')).toBeLessThanOrEqual(label.width);
          for (const line of details) expect(measure(line, 'detail')).toBeLessThanOrEqual(label.width);
          for (const dot of plan.dots) {
            const r = plan.dotRadius;
            expect(overlaps(label, { left: dot.x - r, top: dot.y - r, width: 2 * r, height: 2 * r })).toBe(
              false,
            );
          }
        }
      },
    );
  });
});

test.each([620, 800])('eight people have their names around the ring at a width of %i', (width) => {
  for (let count = 1; count <= 8; count += 1) {
    for (const kinds of [1, 2, 3, 5, 8])
      expect(planRing(people(count, kinds), width, measure, 18).labels).not.toBeNull();
  }
});

test('forty people, or a phone, get a small ring for beside the list', () => {
  expect(planRing(people(40, 8), 800, measure, 18).labels).toBeNull();
  const phone = planRing(people(6, 4), 340, measure, 18);
  expect(phone.labels).toBeNull();
  expect(phone.width).toBeLessThanOrEqual(340);
});

test('dots do not touch each other, even forty of them', () => {
  const { dots, dotRadius } = planRing(people(40, 8), 300, measure, 18);
  for (const a of dots) {
    for (const b of dots)
      if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * dotRadius);
  }
});

test('people of one kind of agency stand together, on one arc', () => {
  const { dots, arcs } = planRing(people(12, 4), 620, measure, 18);
  expect(arcs.map((arc) => arc.kind)).toEqual(agencyKinds.slice(0, 4));
  const order = dots.map((dot) => agencyKinds.indexOf(dot.person.agencyKind));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('a text too long for its place goes on to the next line, and no letter of it is lost', () => {
  const width = (text: string) => text.length;
  expect(wrap('psykiatrinen sairaanhoitaja', width, 20)).toEqual(['psykiatrinen', 'sairaanhoitaja']);
  expect(wrap('Aleksanteri-Johannes Virtanen', width, 20)).toEqual(['Aleksanteri-Johannes', 'Virtanen']);
  expect(wrap('Aleksanteri-Johannes', width, 14)).toEqual(['Aleksanteri-', 'Johannes']);
  expect(wrap('äiti', width, 2)).toEqual(['äiti']);
  expect(wrap('', width, 2)).toEqual(['']);
});
