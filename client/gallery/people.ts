// Made-up people for the gallery's rings.
import { agencyKinds } from '../ui/agency-kind.ts';
import { initialsOf } from '../ui/avatar.tsx';
import type { RingData, RingPerson } from '../ui/ring/ring-data.ts';

type Row = [name: string, role: string, kind: RingPerson['agencyKind'], more?: Partial<RingPerson>];

const rows: Row[] = [
  ['Leena Kallio', 'vastuutyöntekijä', 'child-protection', { here: true, state: 'contributed' }],
  ['Petri Vainio', 'sosiaaliohjaaja', 'child-protection', {}],
  ['Mikko Halonen', 'erityisopettaja', 'education', { here: true, writing: true, state: 'awaited' }],
  ['Tiina Rautio', 'rehtori', 'education', {}],
  ['Sari Niemi', 'psykiatrinen sairaanhoitaja', 'psychiatry', { state: 'awaited' }],
  ['Äiti', 'huoltaja', 'family', { note: 'kommentoi 18.11.' }],
  ['Mummo', 'lähiverkosto', 'family', {}],
];

const firstNames = [
  'Aleksanteri-Johannes',
  'Kaisa',
  'Jukka',
  'Anu',
  'Åke',
  'Öde',
  'Helvi',
  'Ritva-Liisa',
  'Tom',
  'Eeva',
];

function person([name, role, agencyKind, more]: Row, index: number): RingPerson {
  const base = { id: `${index}`, name, role, agencyKind, initials: initialsOf(name) };
  return { here: false, writing: false, state: 'none', ...base, ...more };
}

export const aino: RingData = { centre: { name: 'Aino', detail: '13 v' }, people: rows.map(person) };

const states = ['none', 'awaited', 'contributed'] as const;

/** A case with any number of people, of all kinds of agency, with long names among them. */
export function crowd(count: number): RingData {
  const people = Array.from({ length: count }, (_, i) => {
    const name = `${firstNames[i % firstNames.length]} ${'KMRSTV'[i % 6]}irtanen`;
    const kind = agencyKinds[(i * 5) % agencyKinds.length] ?? 'family';
    const role = i % 4 === 0 ? 'lastensuojelulaitoksen vastaava ohjaaja' : 'sosiaaliohjaaja';
    return person([name, role, kind, { here: i % 5 === 0, state: states[i % 3] ?? 'none' }], i);
  });
  return { centre: { name: 'Aleksanteri', detail: '9 v' }, people };
}
