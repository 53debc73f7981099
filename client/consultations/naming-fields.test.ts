// What a named request begins with, what of it is as in the anonymous one, and what is left when a part is left out.
import { expect, test } from 'vitest';
import { begunAs, fieldsFrom, isSame, without } from './naming-fields.ts';

const of = {
  question: 'Oppilas on  väsynyt.',
  area: 'worry-about-home' as const,
  urgency: 'ordinary' as const,
  language: 'fi' as const,
  ageBand: '10-12' as const,
  grade: '5' as const,
  supports: [{ support: 'assistant' as const, tried: 'tried' as const, note: 'Auttoi hetken' }],
  absenceHours: [{ reason: 'illness' as const, hours: 40 }],
  consent: '',
  service: { serviceId: '0199d000-0000-7000-8000-000000000001', nameFi: 'x', nameSv: 'x' },
};

test('it begins as the anonymous one, without a deputy and without a name', () => {
  const begun = begunAs(of);
  expect(begun).toMatchObject({ question: of.question, deputyAffiliationId: null });
  expect(begun.child).toEqual({ name: '', birthDate: null, ground: null });
});

test('what was typed comes back; what cannot be read does not stand in the way', () => {
  const typed = { ...begunAs(of), question: 'Toisin sanoin' };
  expect(fieldsFrom(JSON.stringify(typed), of)).toEqual(typed);
  expect(fieldsFrom('', of)).toEqual(begunAs(of));
  expect(fieldsFrom('{', of)).toEqual(begunAs(of));
});

test('the same words are the same in other spaces and letters, and no more once they are changed or left out', () => {
  const begun = begunAs(of);
  expect(isSame({ ...begun, question: 'oppilas on väsynyt. ' }, of, 'question')).toBe(true);
  expect(isSame({ ...begun, question: 'Oppilas on uupunut.' }, of, 'question')).toBe(false);
  expect(isSame(begun, of, 'consent')).toBe(false);
  for (const part of ['question', 'supports', 'absence'] as const) {
    expect(isSame(begun, of, part), part).toBe(true);
    expect(isSame(without(begun, part), of, part), part).toBe(false);
  }
});
