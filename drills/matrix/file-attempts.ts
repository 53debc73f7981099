// Files beside a draft or a request: how much, whose, and what the scanner does with them. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const add = (draft: string, request: string) =>
  `select access.add_attachment(${draft}, ${request}, 'x.txt', 'text', 'x')`;
/** So many files of this size. */
const files = (count: number, size: number, of: string, who = 'asker', state = '') =>
  `insert into consultation_attachments (${of.startsWith('draft') ? 'draft_id' : 'consultation_id'}, side, n, person_id, affiliation_id, name, kind, size, sha256, added_at${state && ', withdrawn_at'})
   select ${of.replace('draft ', '').replace('request ', '')}, 'asking', 100 + g, <${who}>, <${who}@>, 'x.txt', 'text', ${size}, sha256('x'), now()${state && ', now()'} from generate_series(1, ${count}) g`;
const most = 10_485_760;
const newDraft = `'00000000-0000-7000-8000-000000000003'::uuid`;
const anotherDraft = (who = 'asker') =>
  `insert into consultation_drafts (id, person_id, affiliation_id, rev, fields, saved_at) select ${newDraft}, <${who}>, <${who}@>, 1, fields, now()
   from consultation_drafts where id = <named draft>`;

const added: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'adds a file to their draft',
    tries: add('<named draft>', 'null'),
    finds: 'done',
    leaves: `select count(*) = 1 from consultation_attachments where draft_id = <named draft> and n = 2`,
  },
  {
    as: 'asker',
    says: 'adds a file to their request',
    tries: add('null', '<named>'),
    finds: 'done',
    leaves: `select (select count(*) = 1 from consultation_attachments where consultation_id = <named> and n = 5 and side = 'asking')
      and (select changed_at <> now() from consultations where id = <sent>)`,
  },
  { as: 'asker', says: 'adds a file to nothing', tries: add('null', 'null'), finds: 'refused' },
  {
    as: 'asker',
    says: 'adds a file to a draft and a request at once',
    tries: add('<named draft>', '<named>'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'adds a file to the asker’s draft',
    tries: add('<named draft>', 'null'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'adds a file to a draft that is the asker’s in the deputy’s affiliation',
    given: 'update consultation_drafts set affiliation_id = <as@> where id = <named draft>',
    tries: add('<named draft>', 'null'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'adds a file to a draft of theirs in another affiliation',
    given: 'update consultation_drafts set person_id = <as> where id = <named draft>',
    tries: add('<named draft>', 'null'),
    finds: 'refused',
  },
  { as: 'asker', says: 'adds a file to an anonymous draft', tries: add('<draft>', 'null'), finds: 'refused' },
  {
    as: 'asker',
    says: 'adds a file to an anonymous request',
    tries: add('null', '<claimed>'),
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'adds a file to a request that they have',
    tries: add('null', '<named>'),
    finds: 'done',
  },
  {
    as: 'expert',
    says: 'adds a file to a request into which they were asked',
    tries: add('null', '<named>'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'adds an eleventh file',
    given: files(10, 1, 'request <named and sent>'),
    tries: add('null', '<named and sent>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'adds a tenth file',
    given: files(9, 1, 'request <named and sent>'),
    tries: add('null', '<named and sent>'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'adds more than 30 MB to one request',
    given: files(3, most, 'request <named and sent>'),
    tries: add('null', '<named and sent>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'adds one while those taken back were many and large',
    given: files(10, most, 'request <named and sent>', 'asker', 'taken back'),
    tries: add('null', '<named and sent>'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'adds one while other requests and drafts have many',
    given: `${files(10, most, 'request <named>', 'deputy')}; ${files(9, 1, 'draft <named draft>')}`,
    tries: add('null', '<named and sent>'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'adds one to a draft while a request has many',
    given: files(10, most, 'request <named>', 'deputy'),
    tries: add('<named draft>', 'null'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'adds more than 120 MB to drafts',
    given: `${anotherDraft()}; ${files(12, most, `draft ${newDraft}`)}`,
    tries: add('<named draft>', 'null'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'adds one to a draft while another’s drafts have much',
    given: `${anotherDraft('deputy')}; ${files(12, most, `draft ${newDraft}`, 'deputy')}`,
    tries: add('<named draft>', 'null'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'adds one to a draft while their requests have much',
    given: files(12, most, 'request <named and sent>'),
    tries: add('<named draft>', 'null'),
    finds: 'done',
  },
];

const bytes = (file: string) =>
  `select count(*) from consultation_attachment_bytes where attachment_id = <${file}>`;
const read: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'reads the file in their draft',
    tries: 'select count(*) from consultation_attachments where id = <draft file>',
    finds: '1',
  },
  { as: 'asker', says: 'reads the bytes of the file in their draft', tries: bytes('draft file'), finds: '1' },
  {
    as: 'deputy',
    says: 'reads a file in a draft that is another’s in the deputy’s affiliation',
    given: 'update consultation_attachments set affiliation_id = <as@> where id = <draft file>',
    tries: 'select count(*) from consultation_attachments where id = <draft file>',
    finds: '0',
  },
  {
    as: 'asker',
    says: 'reads the bytes of a file in their draft that was taken back',
    given: 'update consultation_attachments set withdrawn_at = now() where id = <draft file>',
    tries: bytes('draft file'),
    finds: '0',
  },
  {
    as: 'asker',
    says: 'reads what waits of theirs in another affiliation',
    given:
      'update consultation_attachments set affiliation_id = <asker in another affiliation@> where id = <file waiting>',
    tries: bytes('file waiting'),
    finds: '0',
  },
  {
    as: 'asker',
    says: 'reads what waits of another in their affiliation',
    given: 'update consultation_attachments set person_id = <deputy> where id = <file waiting>',
    tries: bytes('file waiting'),
    finds: '0',
  },
  {
    as: 'asker',
    says: 'reads a file of a request that is another’s, while they have one',
    given: `update consultations set asker_id = <stranger>, asker_affiliation_id = <stranger@> where id = <named>;
      update consultation_attachments set person_id = <stranger>, affiliation_id = <stranger@>`,
    tries: 'select count(*) from consultation_attachments where id = <file clean>',
    finds: '0',
  },
];

const remove = (file: string) => `select access.remove_attachment(<${file}>)`;
const removed: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'takes back a file of a request',
    tries: remove('file clean'),
    finds: 'true',
    leaves: `select (select count(*) = 0 from consultation_attachment_bytes where attachment_id = <file clean>)
      and (select count(*) = 2 from consultation_attachment_bytes where attachment_id in (<file waiting>, <draft file>))
      and (select count(*) = 1 from consultation_attachments where withdrawn_at = now())
      and (select changed_at <> now() from consultations where id = <sent>)`,
  },
  { as: 'asker', says: 'takes back a file twice', tries: remove('file taken back'), finds: 'false' },
  {
    as: 'asker',
    says: 'takes a file out of a draft',
    given: files(1, 1, 'draft <named draft>'),
    tries: remove('draft file'),
    finds: 'true',
    leaves: `select (select count(*) = 1 from consultation_attachments where draft_id = <named draft>)
      and (select count(*) = 0 from consultation_attachments where id = <draft file>)`,
  },
  {
    as: 'deputy',
    says: 'takes back another’s file that is in the deputy’s affiliation',
    given: 'update consultation_attachments set affiliation_id = <as@> where id = <file clean>',
    tries: remove('file clean'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'takes back a file of theirs in another affiliation',
    given: 'update consultation_attachments set person_id = <as> where id = <file clean>',
    tries: remove('file clean'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'takes back a file when they are on no side any more',
    given:
      'update consultations set asker_id = <stranger>, asker_affiliation_id = <stranger@> where id = <named>',
    tries: remove('file clean'),
    finds: 'refused',
  },
];

const waiting = (id: string) =>
  `update consultation_attachments set scan_begun_at = case when id = <${id}> then null else now() end`;
const begin = 'select attachment_id from access.begin_scan()';
const scanned: readonly RequestAttempt[] = [
  {
    as: 'jobs',
    says: 'takes a file to the scanner',
    given: waiting('file waiting'),
    tries: `${begin} where attachment_id = <file waiting>`,
    finds: 'done',
    leaves: 'select count(*) = 0 from consultation_attachments where scan_begun_at is null',
  },
  {
    as: 'jobs',
    says: 'takes a file that was scanned',
    given: waiting('file clean'),
    tries: begin,
    finds: 'nothing',
  },
  {
    as: 'jobs',
    says: 'takes a file that was taken back',
    given: `${waiting('file waiting')}; update consultation_attachments set withdrawn_at = now() where id = <file waiting>`,
    tries: begin,
    finds: 'nothing',
  },
  {
    as: 'jobs',
    says: 'takes a file that another is taking',
    given: `update consultation_attachments set scan_begun_at = now()`,
    tries: begin,
    finds: 'nothing',
  },
  {
    as: 'jobs',
    says: 'takes a file that another took and left',
    given: `update consultation_attachments set scan_begun_at = now() - case when id = <file waiting> then interval '2 minutes' else interval '0' end`,
    tries: `${begin} where attachment_id = <file waiting>`,
    finds: 'done',
  },
  {
    as: 'jobs',
    says: 'says that a file is clean',
    tries: 'select count(*) > 0 from access.end_scan(<file waiting>, null)',
    finds: 'true',
    leaves: `select (select scan = 'clean' from consultation_attachments where id = <file waiting>)
      and (select scan = 'infected' from consultation_attachments where id = <file infected>)
      and (select count(*) = 0 from mails where stage = 'attachment-held' and at = now())`,
  },
  {
    as: 'jobs',
    says: 'says that something is in a file',
    tries: `select count(*) > 0 from access.end_scan(<file waiting>, 'x')`,
    finds: 'true',
    leaves: `select (select scan = 'infected' from consultation_attachments where id = <file waiting>)
      and (select array_agg(person_id) = array[<asker>] from mails where stage = 'attachment-held' and at = now())
      and (select count(*) > 0 from events where stream_id = <deputy> and at = now())
      and (select count(*) = 1 from events where stream_id = <asker> and at = now())
      and (select count(*) = 0 from events where stream_id = <stranger> and at = now())`,
  },
  {
    as: 'jobs',
    says: 'says it of a file that was scanned',
    tries: `select count(*) from access.end_scan(<file clean>, 'x')`,
    finds: '0',
    leaves: `select scan = 'clean' from consultation_attachments where id = <file clean>`,
  },
  {
    as: 'jobs',
    says: 'says it of a file that was taken back',
    given: 'update consultation_attachments set withdrawn_at = now() where id = <file waiting>',
    tries: `select count(*) from access.end_scan(<file waiting>, 'x')`,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'says of a file in a draft that something is in it, to its owner alone',
    tries: `select count(*) from access.end_scan(<draft file>, 'x')`,
    finds: '1',
    leaves: `select count(*) = 0 from mails where stage = 'attachment-held' and at = now()`,
  },
  {
    as: 'jobs',
    says: 'leaves a file for later',
    given: 'update consultation_attachments set scan_begun_at = now()',
    tries: 'select access.leave_scan(<file waiting>)',
    finds: 'done',
    leaves: `select array_agg(id) = array[<file waiting>] from consultation_attachments where scan_begun_at is null`,
  },
  {
    as: 'jobs',
    says: 'leaves a file that was scanned',
    given: 'update consultation_attachments set scan_begun_at = now()',
    tries: 'select access.leave_scan(<file clean>)',
    finds: 'done',
    leaves: 'select count(*) = 0 from consultation_attachments where scan_begun_at is null',
  },
];

export const fileAttempts: readonly RequestAttempt[] = [...added, ...read, ...removed, ...scanned];
