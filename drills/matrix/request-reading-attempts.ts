// Who reads what beside a request where more than one thing would have to be so: row by row, asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

/** A row beside <claimed>, where there is none yet. */
const beside: Readonly<Record<string, string>> = {
  consultation_messages: '',
  consultation_history: '',
  consultation_experts: '',
  consultation_grounds: `insert into consultation_grounds (consultation_id, service_id, kind, evidence, covers, at, person_id)
    values (<claimed>, <service>, 'joint-contact', 'x', '{education}', now(), <asker>)`,
  consultation_outcomes: `insert into consultation_outcomes (consultation_id, kind, words, person_id, affiliation_id, at)
    values (<claimed>, 'no-action', '', <asker>, <asker@>, now())`,
  consultation_follow_ups: `insert into consultation_follow_ups (consultation_id, helped, words, person_id, affiliation_id, at)
    values (<claimed>, 'some', '', <asker>, <asker@>, now())`,
  consultation_escalations: `insert into consultation_escalations (consultation_id, since, step, told, at)
    values (<claimed>, now(), 1, 'lead', now())`,
  joint_answer_texts: `insert into joint_answer_texts select id, <claimed>, '[]' from consultation_messages where consultation_id = <claimed> limit 1`,
  joint_answer_authors: `insert into joint_answer_authors select id, <claimed>, <holder>, <holder@>, 1
    from consultation_messages where consultation_id = <claimed> limit 1`,
};

const rowsBeside: readonly RequestAttempt[] = Object.entries(beside).flatMap(([table, given]) => {
  const tries = `select count(*) > 0 from ${table} where consultation_id = <claimed>`;
  return [
    { as: 'asker', says: `reads ${table} of a request of theirs`, given, tries, finds: 'true' },
    {
      as: 'asker',
      says: `reads ${table} of another’s request, while they have some of their own`,
      given: `${given}; update consultations set asker_id = <stranger>, asker_affiliation_id = <stranger@> where id = <claimed>`,
      tries,
      finds: 'false',
    },
  ];
});

const reads = 'select count(*) > 0 from consultations where id = <claimed>';
/** Whose name and whose affiliation do not belong together. */
const halves = (who: string, columns: readonly [person: string, affiliation: string]): RequestAttempt[] => [
  {
    as: who,
    says: `reads a request of which only the ${columns[0]} is theirs`,
    given: `update consultations set ${columns[0]} = <as>, ${columns[1]} = <asker@> where id = <claimed>`,
    tries: reads,
    finds: 'false',
  },
  {
    as: who,
    says: `reads a request of which only the ${columns[1]} is theirs`,
    given: `update consultations set ${columns[0]} = <asker>, ${columns[1]} = <as@> where id = <claimed>`,
    tries: reads,
    finds: 'false',
  },
];

const sides: readonly RequestAttempt[] = [
  ...(
    ['asker', 'deputy', 'stands in for the asker', 'member', 'stands in for the lead', 'expert'] as const
  ).map((as): RequestAttempt => ({ as, says: 'reads the request', tries: reads, finds: 'true' })),
  ...halves('stranger', ['asker_id', 'asker_affiliation_id']),
  ...halves('stranger', ['deputy_id', 'deputy_affiliation_id']),
  {
    as: 'stranger',
    says: 'reads a request to which only their affiliation is invited',
    given: `update consultation_experts set affiliation_id = <as@> where consultation_id = <claimed> and person_id = <expert>`,
    tries: reads,
    finds: 'false',
  },
  {
    as: 'stranger',
    says: 'reads a request to which they are invited in another affiliation',
    given: `update consultation_experts set person_id = <as> where consultation_id = <claimed> and person_id = <expert>`,
    tries: reads,
    finds: 'false',
  },
  {
    as: 'expert',
    says: 'is invited somewhere',
    tries: 'select cardinality(access.my_invitations()) > 0',
    finds: 'true',
  },
  {
    as: 'member',
    says: 'is in a service',
    tries: 'select cardinality(access.my_services()) > 0',
    finds: 'true',
  },
  {
    as: 'former member',
    says: 'is in a service',
    tries: 'select cardinality(access.my_services()) > 0',
    finds: 'false',
  },
  {
    as: 'member',
    says: 'is in a service in which their affiliation stands for somebody else',
    given: `update service_members set person_id = <stranger> where affiliation_id = <as@>`,
    tries: 'select cardinality(access.my_services()) > 0',
    finds: 'false',
  },
  {
    as: 'stands in for the asker',
    says: 'stands in for somebody',
    tries: 'select cardinality(access.stands_in_for()) > 0',
    finds: 'true',
  },
  {
    as: 'stands in for the asker',
    says: 'stands in where only their affiliation does',
    given: `update absences set substitute_id = <stranger> where substitute_affiliation_id = <as@>`,
    tries: 'select cardinality(access.stands_in_for()) > 0',
    finds: 'false',
  },
  {
    as: 'stands in for the asker',
    says: 'stands in before it begins',
    given: `update absences set starts_at = now() + interval '1 hour' where substitute_affiliation_id = <as@>`,
    tries: 'select cardinality(access.stands_in_for()) > 0',
    finds: 'false',
  },
  {
    as: 'stands in for the asker',
    says: 'stands in for somebody whose affiliation has ended',
    given: `update affiliations set ends_at = now() - interval '1 second' where id = <asker@>`,
    tries: 'select cardinality(access.stands_in_for()) > 0',
    finds: 'false',
  },
  {
    as: 'member',
    says: 'acts',
    tries: 'select access.acts()',
    finds: 'true',
    even: ['in another affiliation'],
  },
  { as: 'guardian', says: 'acts', tries: 'select access.acts()', finds: 'false' },
];

/** What one side keeps of having taken it into its own system. */
const transfer = (side: string, who: string) =>
  `insert into consultation_transfers (consultation_id, side, service_id, system, person_id, affiliation_id, at)
   values (<answered>, '${side}', ${side === 'answering' ? '<service>' : 'null'}, 'x', <${who}>, <${who}@>, now())`;
const transfers = (side: string) =>
  `select count(*) > 0 from consultation_transfers where consultation_id = <answered> and side = '${side}'`;
const ofOneSide: readonly RequestAttempt[] = [
  ...(
    [
      ['asker', 'asking', 'true'],
      ['deputy', 'asking', 'true'],
      ['stands in for the asker', 'asking', 'true'],
      ['member', 'asking', 'false'],
      ['asker', 'answering', 'false'],
      ['member', 'answering', 'true'],
      ['expert', 'answering', 'false'],
      ['expert', 'invited', 'true'],
      ['holder', 'invited', 'false'],
    ] as const
  ).map(([as, side, finds]): RequestAttempt => {
    const by = { asking: 'asker', answering: 'holder', invited: 'expert' }[side];
    return {
      as,
      says: `reads that the ${side} side has taken it`,
      given: transfer(side, by),
      tries: transfers(side),
      finds,
    };
  }),
  {
    as: 'asker',
    says: 'reads what was taken of another’s request, while they have one of their own',
    given: `${transfer('asking', 'asker')}; update consultations set asker_id = <stranger>, asker_affiliation_id = <stranger@> where id = <answered>`,
    tries: transfers('asking'),
    finds: 'false',
  },
  ...(['asker', 'deputy'] as const).flatMap((part): RequestAttempt[] => [
    {
      as: 'member',
      says: `reads what the asking side took where only the ${part} is the same person`,
      given: `${transfer('asking', 'asker')}; update consultations set ${part}_id = <as> where id = <answered>`,
      tries: transfers('asking'),
      finds: 'false',
    },
    {
      as: 'member',
      says: `reads what the asking side took where only the affiliation of the ${part} is theirs`,
      given: `${transfer('asking', 'asker')}; update consultations set ${part}_affiliation_id = <as@> where id = <answered>`,
      tries: transfers('asking'),
      finds: 'false',
    },
  ]),
  {
    as: 'expert',
    says: 'reads what another expert took in their affiliation',
    given: `${transfer('invited', 'expert')}; update consultation_transfers set person_id = <stranger>`,
    tries: transfers('invited'),
    finds: 'false',
  },
  {
    as: 'expert',
    says: 'reads what they took in another affiliation',
    given: `${transfer('invited', 'expert')}; update consultation_transfers set affiliation_id = <stranger@>`,
    tries: transfers('invited'),
    finds: 'false',
  },
];

const draft = (person: string, affiliation: string) =>
  `insert into consultation_drafts (person_id, affiliation_id, rev, fields, saved_at) values (<${person}>, <${affiliation}>, 1, '{}', now())`;
const drafts: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'reads their draft',
    tries: 'select count(*) from consultation_drafts where id = <draft>',
    finds: '1',
  },
  {
    as: 'deputy',
    says: 'reads a draft that is another’s in the deputy’s affiliation',
    given: 'update consultation_drafts set affiliation_id = <as@> where id = <draft>',
    tries: 'select count(*) from consultation_drafts where id = <draft>',
    finds: '0',
  },
  {
    as: 'deputy',
    says: 'reads which request another named in the deputy’s affiliation',
    given: `insert into consultation_namings (named_id, anonymous_id, person_id, affiliation_id) values (<named>, <claimed>, <asker>, <as@>)`,
    tries: 'select count(*) from consultation_namings where named_id = <named>',
    finds: '0',
  },
  { as: 'asker', says: 'begins a draft', tries: draft('as', 'as@'), finds: 'done' },
  { as: 'asker', says: 'begins a draft in another’s name', tries: draft('deputy', 'as@'), finds: 'refused' },
  {
    as: 'asker',
    says: 'begins a draft in an affiliation in which they do not act',
    tries: draft('as', 'asker in another affiliation@'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'reads which named request came from which',
    given: `insert into consultation_namings (named_id, anonymous_id, person_id, affiliation_id) values (<named>, <claimed>, <as>, <as@>)`,
    tries: 'select count(*) from consultation_namings where named_id = <named>',
    finds: '1',
  },
  {
    as: 'deputy',
    says: 'reads which named request came from which',
    given: `insert into consultation_namings (named_id, anonymous_id, person_id, affiliation_id) values (<named>, <claimed>, <asker>, <asker@>)`,
    tries: 'select count(*) from consultation_namings where named_id = <named>',
    finds: '0',
  },
];

export const requestReadingAttempts: readonly RequestAttempt[] = [
  ...rowsBeside,
  ...sides,
  ...ofOneSide,
  ...drafts,
];
