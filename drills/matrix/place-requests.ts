// Everything that statements about requests are spoken of, placed once: a request in each state, and what stands beside one.
import { newService } from '../../server/testing/consultation-parts.ts';
import type { World } from '../../server/testing/open-world.ts';
import { fileStates } from './attachment-rules.ts';
import { placeFile, placeNamed } from './attachment-walk.ts';
import { type PlacedBundle, placedBundle } from './bundle-walk.ts';
import { type Cast, castOf } from './consultation-cast.ts';
import { placeRequest } from './consultation-place.ts';
import { situations } from './consultation-rules.ts';
import { placeJointAnswer } from './joint-answer-walk.ts';
import type { Ids } from './request-attempt.ts';
import { placeNotification } from './welfare-walk.ts';

export type PlacedRequests = {
  readonly cast: Cast;
  readonly bundle: PlacedBundle;
  readonly notificationId: string;
  /** By the names that attempts call them. */
  readonly ids: Ids;
};

const draftFields = (serviceId: string, child: object | null) =>
  JSON.stringify({
    question: 'Kysymys.',
    area: 'other',
    urgency: 'ordinary',
    language: 'fi',
    ageBand: null,
    grade: null,
    supports: [],
    absenceHours: [],
    consent: '',
    serviceId,
    deputyAffiliationId: null,
    anonymous: child === null,
    child,
  });
const withGround = {
  name: 'Aino Virtanen',
  birthDate: null,
  ground: { kind: 'joint-contact', statute: null, evidence: 'x', covers: ['education'] },
};

/** Everybody of a cast, with the affiliation in which they act. */
const idsOf = (people: Readonly<Record<string, { id: string; affiliationId: string | null }>>): Ids =>
  Object.fromEntries(
    Object.entries(people).flatMap(([name, one]) => [
      [name, one.id],
      [`${name}@`, one.affiliationId],
    ]),
  );

export const placeRequests = async (world: World): Promise<PlacedRequests> => {
  const cast = await castOf(world);
  const bundle = await placedBundle(world);
  const one = async (sql: string, values: unknown[]): Promise<string> =>
    String((await world.superuser(sql, values)).rows[0]?.['id']);
  const agencyOf = (affiliationId: string | null) =>
    one('select agency_id as id from affiliations where id = $1', [affiliationId]);
  const { asker, member, expert, administrator } = {
    ...cast.people,
    administrator: cast.people['administrator of the service'],
  };
  const protection = await agencyOf(member.affiliationId);
  const stranger = await world.professional('Ville Vieras', protection, 'social-worker');
  const requests: Record<string, string> = {};
  for (const situation of situations)
    requests[situation.replace(', ', ' ')] = await placeRequest(world, cast, situation);
  requests['named'] = await placeNamed(world, cast, 'claimed');
  requests['named and sent'] = await placeNamed(world, cast, 'sent');
  const files: Record<string, string> = {};
  for (const state of fileStates)
    files[`file ${state}`] = await placeFile(world, cast, requests['named'], state);
  const draft = (child: object | null) =>
    one(
      'insert into consultation_drafts (person_id, affiliation_id, rev, fields, saved_at) values ($1, $2, 1, $3, now()) returning id',
      [asker.id, asker.affiliationId, draftFields(cast.serviceId, child)],
    );
  const namedDraft = await draft(withGround);
  const draftFile = await one(
    `with a as (insert into consultation_attachments (draft_id, side, n, person_id, affiliation_id, name, kind, size, sha256, added_at)
         values ($1, 'asking', 1, $2, $3, 'x.txt', 'text', 1, sha256('x'), now()) returning id)
       insert into consultation_attachment_bytes (attachment_id, bytes) select id, 'x' from a returning attachment_id as id`,
    [namedDraft, asker.id, asker.affiliationId],
  );
  const joint = await placeJointAnswer(world, cast, 'claimed');
  const notificationId = await placeNotification(world, cast);
  const { caseId, bundleId, consultationId, centre, other } = bundle.ids;
  const ids: Ids = {
    ...idsOf(bundle.people),
    ...idsOf(cast.people),
    ...idsOf({ stranger }),
    ...requests,
    ...files,
    service: cast.serviceId,
    'passed service': cast.passedTo,
    'empty service': await newService(administrator),
    school: await agencyOf(asker.affiliationId),
    protection,
    clinic: await agencyOf(expert.affiliationId),
    draft: await draft(null),
    'named draft': namedDraft,
    'draft file': draftFile,
    'joint request': joint.consultationId,
    joint: joint.scopeId,
    'joint document': joint.documentId,
    notification: notificationId,
    case: caseId,
    bundle: bundleId,
    'bundle request': consultationId,
    centre,
    'other centre': other,
    'school of the case': await agencyOf(bundle.people['teacher in the case'].affiliationId),
    home: await agencyOf(bundle.people.sender.affiliationId),
    substance: await agencyOf(bundle.people['in the centre, of an agency without a ground'].affiliationId),
    hospital: await agencyOf(bundle.people['lead of the centre'].affiliationId),
    situation: await one(
      `select id from entries where case_id = $1 and kind = 'situation' order by id limit 1`,
      [caseId],
    ),
    dissent: await one(`select id from entries where case_id = $1 and kind = 'dissent' order by id limit 1`, [
      caseId,
    ]),
  };
  return { cast, bundle, notificationId, ids };
};
