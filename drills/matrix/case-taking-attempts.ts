// Taking a named request into a case: what must be so of the case, and what is left behind. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const anotherGround = `insert into consultation_grounds (consultation_id, service_id, kind, evidence, covers, at, person_id)
  values (<named>, <service>, 'joint-contact', 'x', '{education}', now(), <asker>)`;

const entry = `'00000000-0000-7000-8000-000000000004'::uuid`;
/** One of the centre’s case has the named request in their service, and has written it down in the case. */
const takable = `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
    values (<service>, <sender>, <sender@>, 'expert', now() - interval '1 minute', <holder@>);
  insert into entries select (jsonb_populate_record(e, jsonb_build_object('id', ${entry}, 'kind', 'consultation', 'about', <named>, 'assessment_id', null))).*
    from entries e where id = <situation>`;
const take = (request = 'named') => `select access.take_request_into_case(<${request}>, ${entry})`;
const change = (sql: string) => `${takable}; update entries set ${sql} where id = ${entry}`;
const place = (sql: string) =>
  `${takable}; update memberships set ${sql} where case_id = <case> and person_id = <sender>`;
export const caseTakingAttempts: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'takes a named request into their case',
    given: `${takable}; ${anotherGround};
      insert into consultation_grounds (consultation_id, service_id, kind, evidence, covers, at, person_id)
      values (<named>, <passed service>, 'joint-contact', 'x', '{education}', now(), <asker>), (<named and sent>, <service>, 'joint-contact', 'x', '{education}', now(), <asker>)`,
    tries: take(),
    finds: 'done',
    leaves: `select count(*) = 1 and min(cardinality(ground_ids)) = 1 and bool_and(from_agency_id = <school> and to_agency_id = <home>)
      from disclosure_log where object_id = ${entry} and at = now()`,
  },
  {
    as: 'sender',
    says: 'takes it while they are in another agency, too',
    given: `${takable};
      insert into affiliations (person_id, agency_id, profession, starts_at) select <sender>, <school>, profession, starts_at from affiliations where id = <sender@>;
      update affiliations set profession = profession where id = <sender@>`,
    tries: take(),
    finds: 'done',
  },
  {
    as: 'sender',
    says: 'takes one of their own agency, and nothing crosses',
    given: `${takable}; update affiliations set agency_id = <home> where id = <asker@>`,
    tries: take(),
    finds: 'done',
    leaves: `select count(*) = 0 from disclosure_log where object_id = ${entry}`,
  },
  ...(
    [
      [
        'an anonymous request',
        change('about = <claimed>'),
        `select access.take_request_into_case(<claimed>, ${entry})`,
      ],
      [
        'nothing',
        takable,
        `select access.take_request_into_case('00000000-0000-7000-8000-00000000000f', ${entry})`,
      ],
      [
        'it into nothing',
        takable,
        `select access.take_request_into_case(<named>, '00000000-0000-7000-8000-00000000000f')`,
      ],
      [
        'one of a service in which they are not',
        `${takable}; delete from service_members where affiliation_id = <sender@>`,
        take(),
      ],
      [
        'one that they asked',
        `${takable}; update consultations set deputy_id = <sender>, deputy_affiliation_id = <sender@> where id = <named>`,
        take(),
      ],
      [
        'it into another agency’s text',
        `${takable};
         insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900000, 'owner_agency_id', <school>))).*
           from audiences d join entries e on e.acl_key = d.acl_key where e.id = ${entry};
         update entries set acl_key = 900000, owner_agency_id = <school> where id = ${entry}`,
        take(),
      ],
      [
        'it into a case in which they are in another one',
        `${takable};
         insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', '00000000-0000-7000-8000-00000000000c', 'number', 'L-x'))).* from cases k where id = <case>;
         insert into audiences overriding system value select (jsonb_populate_record(d, '{"acl_key": 900001, "case_id": "00000000-0000-7000-8000-00000000000c"}')).*
           from audiences d join memberships m on m.acl_key = d.acl_key where m.case_id = <case> and m.person_id = <sender>;
         update memberships set case_id = '00000000-0000-7000-8000-00000000000c', acl_key = 900001 where case_id = <case> and person_id = <sender>`,
        take(),
      ],
      ['it into a text of another kind', change(`kind = 'situation'`), take()],
      ['it into a text about something else', change('about = <sent>'), take()],
      ['it into another’s text', change('author_ids = array[<colleague in the case>]'), take()],
      ['it into a case in which another is responsible', place(`role = 'team'`), take()],
      [
        'it into a case that another person has in their affiliation',
        place('person_id = <stranger>'),
        take(),
      ],
      ['it into a case that they have in another affiliation', place('affiliation_id = <stranger@>'), take()],
      [
        'it into a case in which their place has ended',
        place(`ends_at = now() - interval '1 second'`),
        take(),
      ],
      ['it into a closed case', `${takable}; update cases set closed_at = now() where id = <case>`, take()],
      [
        'it into another agency’s case',
        `${takable}; update cases set owner_agency_id = <school> where id = <case>`,
        take(),
      ],
    ] as const
  ).map(
    ([says, given, tries]): RequestAttempt => ({
      as: 'sender',
      says: `takes ${says}`,
      given,
      tries,
      finds: 'refused',
    }),
  ),
];
