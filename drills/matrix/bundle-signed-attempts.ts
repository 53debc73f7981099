// What goes along as it was signed: what must be so of the part, its version and the text that it was. Asked of the database alone.
import { anotherBundle, audience, entry, send, text } from './bundle-sql.ts';
import type { RequestAttempt } from './request-attempt.ts';

const partId = `'00000000-0000-7000-8000-000000000009'::uuid`;
const versionId = `'00000000-0000-7000-8000-00000000000a'::uuid`;
const anotherPart = `'00000000-0000-7000-8000-00000000000b'::uuid`;
/** The situation, and another text of it, as it was signed. */
const signed = `insert into assessment_versions (assessment_id, case_id, acl_key, version, hash, head, signed_at)
    select a.id, a.case_id, a.acl_key, 6, 'old', '{}', now() from entries e join assessments a on a.id = e.assessment_id where e.id = <situation>;
  insert into assessment_versions (id, assessment_id, case_id, acl_key, version, hash, head, signed_at)
    select ${versionId}, a.id, a.case_id, a.acl_key, 7, 'abc', '{}', now() from entries e join assessments a on a.id = e.assessment_id where e.id = <situation>;
  insert into version_parts (id, version_id, case_id, acl_key, position, kind, entry_id, content, hash)
    select p.id, ${versionId}, e.case_id, e.acl_key, 0, e.kind, e.id, jsonb_build_object('authors', '[{"name": "Leena Kallio", "profession": "social-worker"}]'::jsonb,
      'writtenAt', '2026-11-20T10:00:00.000Z', 'fields', jsonb_build_object('narrative', p.words)), 'p'
    from entries e, (values (${partId}, 'Allekirjoitettu.'), (${anotherPart}, 'Toinen.')) p (id, words) where e.id = <situation>`;
const part = (name = 'narrative', id = partId, rev = 0) =>
  `jsonb_build_object('kind', 'part', 'sourceId', ${id}, 'fields', jsonb_build_array(jsonb_build_object('name', '${name}', 'rev', ${rev})))`;
/** The part moves to an audience like its own but for this. */
const partAudience = (sql: string, members = `(900002, <sender>, <sender@>, '(,)')`) =>
  `insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900002) || (${sql}))).*
     from audiences d join version_parts p on p.acl_key = d.acl_key where p.id = ${partId};
   insert into acl_members (acl_key, person_id, affiliation_id, valid) values ${members};
   update version_parts set acl_key = 900002 where id = ${partId}`;
const everyGround = `update grounds set data_classes = data_classes || '{hypothesis,education}' where case_id = <case>`;
const inSigned: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'sends a text as it was signed',
    given: signed,
    tries: send(part()),
    finds: 'done',
    leaves: `select (select content ->> 'kind' = 'part' and content -> 'fields' = '[{"name": "narrative", "text": "Allekirjoitettu."}]'
        and content -> 'version' ->> 'hash' = 'abc' and content -> 'version' -> 'authors' = '[{"name": "Leena Kallio", "profession": "social-worker"}]'
        and content ->> 'entryKind' = 'situation' and content ->> 'writtenOn' = '2026-11-20'
        from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now())
      and (select array_agg(object_kind || object_id) = array['version-part' || ${partId}] from disclosure_log where case_id = <case> and at = now())`,
  },
  {
    as: 'sender',
    says: 'sends after it a text that is not signed',
    given: signed,
    tries: send(`${part()}, ${entry()}`),
    finds: 'done',
    leaves: `select array_agg(content ->> 'kind' order by n) = '{part,entry}' and min(content -> 'version' ->> 'number') = '7' and count(content -> 'version') = 1
      from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now()`,
  },
  {
    as: 'sender',
    says: 'sends a signed text on the ground of its own class',
    given: `${signed}; ${partAudience(`'{"data_class": "education"}'`)}; ${everyGround}`,
    tries: send(part()),
    finds: 'done',
    leaves: `select data_class = 'education' from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now()`,
  },
  ...(
    [
      ['that is of another class than a ground carries', partAudience(`'{"data_class": "education"}'`)],
      ['that is a hypothesis', `${everyGround}; ${partAudience(`'{"data_class": "hypothesis"}'`)}`],
      [
        'of a text that is a hypothesis by now',
        `${everyGround}; ${audience(`'{"data_class": "hypothesis"}'`)}`,
      ],
      [
        'that they may not read',
        partAudience(
          `jsonb_build_object('agency_ids', array[<hospital>])`,
          `(900002, <stranger>, <stranger@>, '(,)')`,
        ),
      ],
      [
        'of a text that they may not read',
        audience(`jsonb_build_object('agency_ids', array[<school>])`)
          .replaceAll('<sender>', '<stranger>')
          .replaceAll('<sender@>', '<stranger@>'),
      ],
      [
        'of a version that they may not read',
        `insert into audiences overriding system value select (jsonb_populate_record(d, '{"acl_key": 900003, "scope": "private"}')).*
         from audiences d join assessment_versions v on v.acl_key = d.acl_key where v.id = ${versionId}; update assessment_versions set acl_key = 900003 where id = ${versionId}`,
      ],
      ['that is a mark', `update version_parts set kind = 'mark' where id = ${partId}`],
      [
        'of another case',
        `insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
        insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900004, 'case_id', ${anotherBundle}))).*
          from audiences d join version_parts p on p.acl_key = d.acl_key where p.id = ${partId};
        insert into acl_members (acl_key, person_id, affiliation_id, valid) values (900004, <sender>, <sender@>, '(,)');
        update version_parts set case_id = ${anotherBundle}, acl_key = 900004 where id = ${partId}`,
      ],
      [
        'that its author keeps within by now',
        `${audience(`'{"scope": "agency"}'`)}; ${text('author_ids = array[<colleague in the case>]')}`,
      ],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'sender',
      says: `sends a signed text ${says}`,
      given: `${signed}; ${given}`,
      tries: send(part()),
      finds: 'refused',
    }),
  ),
  {
    as: 'sender',
    says: 'sends a field that was not signed',
    given: signed,
    tries: send(part('worries')),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends a signed field at a revision',
    given: signed,
    tries: send(part('narrative', partId, 1)),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends a part that there is not',
    given: signed,
    tries: send(part('narrative', '<situation>')),
    finds: 'refused',
  },
];

export const bundleSignedAttempts: readonly RequestAttempt[] = inSigned;
