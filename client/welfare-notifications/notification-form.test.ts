import { expect, test } from 'vitest';
import { bodyOf, formName, type NotificationField, wrongIn } from './notification-form.ts';

const filled: Record<string, string> = {
  urgency: 'soon',
  childName: ' Elli Esimerkki ',
  observed: 'Elli kertoi.\n',
  worry: 'Pelkään.',
  familyKnows: 'no-for-safety',
};
const texts =
  (changed: Partial<Record<NotificationField, string>> = {}) =>
  (field: string) =>
    ({ ...filled, ...changed })[field] ?? '';
const wrong = (changed: Partial<Record<NotificationField, string>>, serviceId = 's') =>
  wrongIn(texts(changed), serviceId, '2026-11-28');

test('what is needed is asked for, and nothing else', () => {
  expect(wrong({})).toEqual({});
  expect(wrongIn(() => '', '', '2026-11-28')).toEqual({
    urgency: 'welfare.needUrgency',
    childName: 'welfare.needName',
    observed: 'welfare.needObserved',
    worry: 'welfare.needWorry',
    familyKnows: 'welfare.needFamily',
    serviceId: 'welfare.needService',
  });
});

test('an identity code that is none, and a day of birth that lies ahead, are said where they stand', () => {
  expect(wrong({ identityCode: '131052-308T' })).toEqual({});
  expect(wrong({ identityCode: '131052-308A' })).toEqual({ identityCode: 'welfare.needCode' });
  expect(wrong({ birthDate: '2026-11-28' })).toEqual({});
  expect(wrong({ birthDate: '2026-11-29' })).toEqual({ birthDate: 'welfare.needBirthDate' });
});

test('what is sent is what was written; what was left empty stays unknown', () => {
  expect(bodyOf(texts(), { serviceId: 's', consultationId: null, formId: 'f' })).toEqual({
    phone: '',
    childName: 'Elli Esimerkki',
    identityCode: null,
    birthDate: null,
    whereabouts: '',
    guardians: '',
    observed: 'Elli kertoi.',
    observedWhen: '',
    worry: 'Pelkään.',
    urgency: 'soon',
    familyKnows: 'no-for-safety',
    familyWords: '',
    serviceId: 's',
    consultationId: null,
    formId: 'f',
  });
});

test('each consultation has a form of its own, and what begins without one has another', () => {
  expect(formName(null)).toBe('welfare-notification');
  expect(formName('a')).not.toBe(formName('b'));
});
