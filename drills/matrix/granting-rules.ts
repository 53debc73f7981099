// What ring 1 says of roles, consents and custody whoever asks: each line a sentence, whether it is so, and the question.
import type { Facts, Guardian, Membership } from '../../server/access/facts.ts';
import {
  guardianMayConsent,
  hasCustody,
  isLastResponsible,
  mayConsent,
  mayHaveRole,
  participationClass,
} from '../../server/access/granting.ts';
import type { GroundKind, MemberRole } from '../../shared/vocabulary.ts';

type Line = readonly [says: string, isSo: boolean, ask: (facts: Facts, at: number) => boolean];

const guardian = (custody: Guardian['custody'], powerClasses: Guardian['powerClasses'] = []): Guardian => ({
  relationId: 'x',
  personId: null,
  aclKey: 0,
  custody,
  powerClasses,
  startsAt: null,
  endsAt: null,
});
const role = (of: MemberRole, professional: boolean, atHome: boolean, isSo: boolean): Line => [
  `${of} is a role for ${professional ? (atHome ? 'the home agency' : 'another agency') : 'the family'}`,
  isSo,
  () => mayHaveRole(of, professional, atHome),
];
const custody = (says: string, isSo: boolean, of: Parameters<typeof hasCustody>[0]): Line => [
  `custody: ${says}`,
  isSo,
  () => hasCustody(of, '2026-03-02'),
];
const consents = (
  says: string,
  isSo: boolean,
  kind: GroundKind,
  giver: MemberRole,
  power: Guardian | undefined,
): Line => [
  `consent: ${says}`,
  isSo,
  (facts, at) => {
    const [member] = facts.memberships;
    if (!member) return !isSo;
    return mayConsent({ kind, dataClasses: ['health'] }, { ...member, role: giver }, power, at);
  },
];

type Worker = Pick<Membership, 'role' | 'endsAt'> & { readonly startsAt?: number; readonly same?: true };
/** Is the responsible worker, who stays so long, the last one, with this other one beside them? */
const last = (
  says: string,
  isSo: boolean,
  endsAt: (at: number) => number | null,
  other: (at: number) => Worker,
): Line => [
  `the last responsible worker: ${says}`,
  isSo,
  (facts, at) => {
    const [one] = facts.memberships.filter((m) => m.role === 'responsible');
    if (!one) return !isSo;
    const { same, ...beside } = other(at);
    const second = {
      ...one,
      id: 'other',
      personId: same ? one.personId : 'other',
      startsAt: null,
      ...beside,
    };
    return isLastResponsible({ ...facts, memberships: [{ ...one, endsAt: endsAt(at) }, second] }, one.id, at);
  },
];
const hour = 3_600_000;
const forEver = () => null;
const forAnHour = (at: number) => at + hour;

export const grantingLines: readonly Line[] = [
  ['that psychiatry takes part tells of health', true, () => participationClass('psychiatry') === 'health'],
  [
    'of substance services, of substances',
    true,
    () => participationClass('substance-services') === 'substance',
  ],
  ['of a school, nothing', true, () => participationClass('education') === 'coordination'],
  ['of the family, nothing', true, () => participationClass(null) === 'coordination'],
  role('team', true, true, true),
  role('responsible', true, true, true),
  role('visiting', true, true, true),
  role('visiting', true, false, true),
  role('team', true, false, false),
  role('guardian', true, true, false),
  role('child', true, false, false),
  role('guardian', false, false, true),
  role('visiting', false, false, false),
  // Nobody is invited so.
  role('break-glass', true, true, false),
  custody('joint', true, { custody: 'joint', until: null }),
  custody('until that day', true, { custody: 'joint', until: '2026-03-02' }),
  custody('until the day before', false, { custody: 'joint', until: '2026-03-01' }),
  custody('none', false, { custody: 'none', until: null }),
  custody('nothing is said of it', false, { custody: null, until: null }),
  [
    'a guardian with limited powers consents for a class among them',
    true,
    (_, at) => guardianMayConsent(guardian('limited', ['health']), { dataClasses: ['health'] }, at),
  ],
  [
    'and not for one besides',
    false,
    (_, at) => guardianMayConsent(guardian('limited', ['health']), { dataClasses: ['health', 'social'] }, at),
  ],
  consents('the child gives the child’s', true, 'child-consent', 'child', undefined),
  consents('a guardian does not', false, 'child-consent', 'guardian', undefined),
  consents(
    'a guardian with the power gives a guardian’s',
    true,
    'guardian-consent',
    'guardian',
    guardian('joint'),
  ),
  consents('one without it does not', false, 'guardian-consent', 'guardian', guardian('none')),
  consents('one of whom no relation speaks does', true, 'guardian-consent', 'guardian', undefined),
  consents('the child does not', false, 'guardian-consent', 'child', undefined),
  consents('nor the child with a guardian’s power', false, 'guardian-consent', 'child', guardian('joint')),
  consents('a permission needs no such giver', true, 'disclosure-permission', 'close', guardian('none')),
  last('another who stays as long', false, forEver, () => ({ role: 'responsible', endsAt: null })),
  last('another who leaves before', true, forEver, (at) => ({ role: 'responsible', endsAt: at + hour })),
  last('another who stays longer', false, forAnHour, (at) => ({
    role: 'responsible',
    endsAt: at + 2 * hour,
  })),
  last('another who stays for ever', false, forAnHour, () => ({ role: 'responsible', endsAt: null })),
  last('another who leaves earlier', true, forAnHour, (at) => ({
    role: 'responsible',
    endsAt: at + hour / 2,
  })),
  last('another who has left', true, forAnHour, (at) => ({ role: 'responsible', endsAt: at - 1 })),
  last('another who comes later', true, forEver, (at) => ({
    role: 'responsible',
    endsAt: null,
    startsAt: at + hour,
  })),
  last('one of the team', true, forEver, () => ({ role: 'team', endsAt: null })),
  last('the same person twice', true, forEver, () => ({ role: 'responsible', endsAt: null, same: true })),
  [
    // However long the responsible worker stays: it is not the length that tells.
    'a guest is the last responsible worker',
    false,
    (facts, at) => {
      const memberships = facts.memberships.map((m) =>
        m.role === 'responsible' ? { ...m, endsAt: at + hour } : { ...m, endsAt: null },
      );
      return isLastResponsible(
        { ...facts, memberships },
        memberships.find((m) => m.role === 'visiting')?.id ?? '',
        at,
      );
    },
  ],
];
