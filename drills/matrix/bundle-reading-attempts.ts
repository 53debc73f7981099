// What went along: rows that are readable only by half, and how it comes to an end. Asked of the database alone.
import { anotherBundle, noGround } from './bundle-sql.ts';
import type { RequestAttempt } from './request-attempt.ts';

const second = `insert into bundles select (jsonb_populate_record(b, jsonb_build_object('id', ${anotherBundle}))).* from bundles b where id = <bundle>;
  insert into bundle_items select (jsonb_populate_record(i, jsonb_build_object('id', uuidv7(), 'bundle_id', ${anotherBundle}))).* from bundle_items i where bundle_id = <bundle>`;
const items = 'select count(*) > 0 from bundle_items where bundle_id = <bundle>';
const heads = 'select count(*) from bundles where id = <bundle>';
const senderInCentre = `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
    values (<centre>, <sender>, <sender@>, 'expert', now() - interval '1 minute', <sender@>);
  update bundle_items set agency_ids = agency_ids || <home>`;
const carried = (bundle = '<bundle>', dataClass = 'social') =>
  `select access.bundle_carried(${bundle}, '${dataClass}')`;
const lead = 'lead of the centre';
const received: readonly RequestAttempt[] = [
  { as: lead, says: 'reads it', tries: items, finds: 'true' },
  { as: lead, says: 'finds it', tries: heads, finds: '1' },
  { as: 'sender', says: 'finds it', tries: heads, finds: '1' },
  { as: 'deputy of the sender', says: 'finds it', tries: heads, finds: '0' },
  {
    as: lead,
    says: 'reads one that was taken back, while they read another',
    given: `${second}; update bundles set withdrawn_at = now() where id = <bundle>`,
    tries: items,
    finds: 'false',
  },
  {
    as: lead,
    says: 'finds one of a withdrawn request, while they have another request',
    given: `insert into consultations select (jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'number', 'K-x'))).* from consultations c where id = <bundle request>;
      update consultations set state = 'withdrawn' where id = <bundle request>`,
    tries: heads,
    finds: '0',
  },
  {
    as: lead,
    says: 'reads what was carried to another agency',
    given: 'update bundle_items set agency_ids = array[<school>]',
    tries: items,
    finds: 'false',
  },
  {
    as: lead,
    says: 'reads what no ground carries any more',
    given: `${noGround}; update bundle_items set ended_at = null`,
    tries: items,
    finds: 'false',
  },
  { as: 'sender', says: 'reads it as one of the centre', given: senderInCentre, tries: items, finds: 'true' },
  ...(
    [
      ['that was taken back', 'update bundles set withdrawn_at = now() where id = <bundle>'],
      [
        'that is over',
        `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day' where id = <bundle>`,
      ],
      ['that went to another centre', 'update bundles set service_id = <other centre> where id = <bundle>'],
    ] as const
  ).flatMap(([says, given]): RequestAttempt[] => [
    {
      as: 'sender',
      says: `reads one ${says} as one of the centre`,
      given: `${senderInCentre}; ${given}`,
      tries: items,
      finds: 'false',
    },
    { as: lead, says: `finds one ${says}`, given, tries: heads, finds: '0' },
  ]),
  ...(
    [
      [
        'that has gone on',
        `update consultations set service_id = <other centre> where id = <bundle request>`,
      ],
      ['that was withdrawn', `update consultations set state = 'withdrawn' where id = <bundle request>`],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: lead,
      says: `finds one of a request ${says}`,
      given,
      tries: heads,
      finds: '0',
    }),
  ),
  {
    as: lead,
    says: 'finds one of a request that has gone on, while they read it as its deputy',
    given: `update consultations set service_id = <other centre>, deputy_id = <as>, deputy_affiliation_id = <as@> where id = <bundle request>`,
    tries: heads,
    finds: '0',
  },
  {
    as: lead,
    says: 'finds one of a withdrawn request, which they read as its deputy',
    given: `update consultations set state = 'withdrawn', deputy_id = <as>, deputy_affiliation_id = <as@> where id = <bundle request>`,
    tries: heads,
    finds: '0',
  },
  {
    as: 'colleague in the case',
    says: 'finds what another sent in their affiliation',
    given: 'update bundles set affiliation_id = <as@> where id = <bundle>',
    tries: heads,
    finds: '0',
  },
  {
    as: 'colleague in the case',
    says: 'finds what they sent in another affiliation',
    given: 'update bundles set person_id = <as> where id = <bundle>',
    tries: heads,
    finds: '0',
  },
  {
    as: lead,
    says: 'is carried to',
    tries: carried(),
    finds: 'true',
    // Whether somebody acts at all is asked beside it.
    even: [
      'whose affiliation has ended',
      'who has ended',
      'whose agency has ended',
      'in another affiliation',
    ],
  },
  {
    as: lead,
    says: 'is carried to of another class',
    tries: carried('<bundle>', 'substance'),
    finds: 'false',
  },
  { as: lead, says: 'is carried to by nothing', tries: carried('<case>'), finds: 'false' },
  {
    as: 'teacher in the case',
    says: 'is carried to of a class that no ground to them speaks of',
    tries: carried('<bundle>', 'hypothesis'),
    finds: 'false',
  },
];
const withdraw = 'select access.withdraw_bundle(<bundle>)';
const readers = 'select count(*) from access.bundle_readers(<case>)';
const endedNow = 'update bundle_items set ended_at = now() where bundle_id = <bundle>';
const over: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'takes it back',
    given: second,
    tries: withdraw,
    finds: 'true',
    leaves: `select (select count(*) = 0 from bundle_items where bundle_id = <bundle>) and (select count(*) > 0 from bundle_items where bundle_id = ${anotherBundle})
      and (select withdrawn_at is null from bundles where id = ${anotherBundle})`,
  },
  { as: 'deputy of the sender', says: 'takes it back', tries: withdraw, finds: 'false' },
  {
    as: 'colleague in the case',
    says: 'takes back what another sent in their affiliation',
    given: 'update bundles set affiliation_id = <as@>',
    tries: withdraw,
    finds: 'false',
  },
  {
    as: 'colleague in the case',
    says: 'takes back what they sent in another affiliation',
    given: 'update bundles set person_id = <as>',
    tries: withdraw,
    finds: 'false',
  },
  {
    as: 'sender',
    says: 'takes it back twice',
    given: 'update bundles set withdrawn_at = now()',
    tries: withdraw,
    finds: 'false',
  },
  {
    as: 'sender',
    says: 'takes back what is over',
    given: `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day'`,
    tries: withdraw,
    finds: 'false',
  },
  // Three of the centre.
  {
    as: 'sender',
    says: 'finds whom to tell that something has ended',
    given: endedNow,
    tries: readers,
    finds: '3',
    even: ['whose affiliation has ended', 'who has ended', 'whose agency has ended'],
  },
  { as: 'sender', says: 'finds whom to tell that nothing has ended', tries: readers, finds: '0' },
  { as: 'stranger', says: 'finds whom to tell', given: endedNow, tries: readers, finds: 'refused' },
  ...(
    [
      ['of what was taken back', 'update bundles set withdrawn_at = now()'],
      [
        'of what is over',
        `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day'`,
      ],
      ['of what ended before', `update bundle_items set ended_at = now() - interval '1 second'`],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'sender',
      says: `finds whom to tell ${says}`,
      given: `${endedNow}; ${given}`,
      tries: readers,
      finds: '0',
    }),
  ),
  {
    as: 'sender',
    says: 'finds whom to tell of another bundle',
    given: `${second}; ${endedNow}; update bundles set withdrawn_at = now() where id = <bundle>`,
    tries: readers,
    finds: '0',
  },
  {
    as: 'sender',
    says: 'finds whom to tell of another case',
    given: `${endedNow}; insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
      update bundles set case_id = ${anotherBundle}`,
    tries: readers,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'sees what a withdrawn ground had carried end, and nothing else',
    given: `${second}; ${noGround}`,
    tries: 'select 1',
    finds: '1',
    leaves: `select count(*) > 0 and bool_and(ended_at = now()) from bundle_items where bundle_id in (<bundle>, ${anotherBundle}) and data_class = 'social'`,
  },
  {
    as: 'jobs',
    says: 'sees what another case’s ground does not carry stay when a ground of this one ends',
    given: `insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
      ${second}; update bundles set case_id = ${anotherBundle} where id = ${anotherBundle}; ${noGround}`,
    tries: 'select 1',
    finds: '1',
    leaves: `select (select count(*) = 0 from bundle_items where bundle_id = ${anotherBundle} and ended_at is not null)
      and (select count(*) > 0 from bundle_items where bundle_id = <bundle> and ended_at = now())`,
  },
  {
    as: 'jobs',
    says: 'sees what goes to one’s own agency, too, stay when another ground ends',
    given: `update bundle_items set agency_ids = agency_ids || <home>;
      update grounds set valid = tstzrange(lower(valid), now() - interval '1 second') where case_id = <case> and to_agency_id <> <hospital>`,
    tries: 'select 1',
    finds: '1',
    leaves: 'select count(*) = 0 from bundle_items where ended_at is not null',
  },
  {
    as: 'jobs',
    says: 'sees what is carried stay when another ground ends',
    given: `update grounds set valid = tstzrange(lower(valid), now() - interval '1 second') where case_id = <case> and to_agency_id <> <hospital>`,
    tries: 'select 1',
    finds: '1',
    leaves: 'select count(*) = 0 from bundle_items where ended_at is not null',
  },
  {
    as: 'jobs',
    says: 'sees what had ended before keep its moment',
    given: `update bundle_items set ended_at = now() - interval '1 hour'; ${noGround}`,
    tries: 'select 1',
    finds: '1',
    leaves: 'select count(*) = 0 from bundle_items where ended_at = now()',
  },
];

export const bundleReadingAttempts: readonly RequestAttempt[] = [...received, ...over];
