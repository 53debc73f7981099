// Mutants that nothing can notice, each with its reason. The drill prints them; one that is noticed after all makes it
// fail, so that this list stays true.
export type Equivalent = {
  /** The mutant's name: of ring 1 its file, its line's text and the change; of ring 2 the policy or function and the part. */
  readonly mutant: string;
  readonly reason: string;
};

const twice =
  'the other policy of the table says the same of reading: `held` restricts what `readable` opens, by one condition';

/** Tables whose rows are both `readable` and `held` by the same condition. */
const heldTables = ['activities', 'entry_alternatives', 'entry_history', 'relations', 'whereabouts'] as const;

const rule = (mutant: string, reason: string): Equivalent => ({ mutant: `server/access/${mutant}`, reason });
const hasAudience = 'whatever has an audience has one that is there: a foreign key says so';
const namesNobody = 'an audience names agencies or people only in the scope that names them';
const homeRoles = 'the roles of the team are given in the home agency alone (`mayHaveRole`)';
const notInside = 'whoever is not in the case at all is turned away before this is asked';

/** Of requests for advice and what stands beside them: what the same function, or one that it asks, says once more. */
const saidTwice =
  'of nothing there is no part in it, no administration, and no state: what stands beside it refuses the same';
const locks =
  'it says which rows are held meanwhile, and more of them are: nobody reads, does or is told anything else';
const atOnce =
  'asked again behind the lock: only another process at the same moment makes a difference (escalation.db.test.ts, at-once tests)';
const requestEquivalents: readonly Equivalent[] = [
  ...[
    'begin_joint_answer, line 13: raise exception',
    'bundle_agencies, line 10: not found',
    'end_service, line 10: not found',
    'end_service_member, line 10: not found',
    'follow_up_consultation, line 10: not found',
    'hold_consultation, line 14: not found',
    'invitable_experts, line 10: not found',
    'mark_consultation_transferred, line 16: not found',
    'name_consultation, line 17: not found',
    'naming_readers, line 10: not found',
    'record_consultation_outcome, line 13: not found',
    'send_welfare_notification, line 16: not found',
    'send_bundle, line 33: not found',
    'send_bundle, line 71: not found',
    'set_service_member, line 13: not found',
    'step_consultation, line 24: raise exception',
    'take_request_into_case, line 16: c.id is null',
    'take_request_into_case, line 19: e.id is null',
    'add_attachment, line 29: c.id is null',
  ].map((place) => ({ mutant: `function ${place}`, reason: saidTwice })),
  ...[
    'hold_consultation, line 9:',
    'hold_consultation, line 10:',
    'hold_consultation, line 11:',
    'joint_answers_of_absent, line 10:',
    'joint_answers_of_absent, line 11:',
    'name_consultation, line 25: s.id = v_service',
    'send_welfare_notification, line 12:',
  ].map((place) => ({ mutant: `function ${place}`, reason: locks })),
  ...[
    'escalate, line 16:',
    "remove_attachment, line 17: raise exception 'gone with its draft'",
    'remove_attachment, line 16: x.draft_id',
  ].map((place) => ({ mutant: `function ${place}`, reason: atOnce })),
  {
    mutant: "function add_attachment, line 21: raise exception 'no such draft'",
    reason: 'a draft that is not there names no child, and only such takes files',
  },
  {
    mutant: "function send_consultation, line 19: raise exception 'no such draft'",
    reason: 'a draft that is not there names no service',
  },
  {
    mutant: "function send_welfare_notification, line 13: raise exception 'nobody'",
    reason: '`is_staffed`, which is asked next, is true of nobody who does not act',
  },
  ...['not c.anonymous', "not 'asker' = any"].map((condition) => ({
    mutant: `function name_consultation, line 17: ${condition}`,
    reason: '`naming_readers`, which is asked next, refuses the same',
  })),
  {
    mutant: "function send_bundle, line 33: not 'asker' = any",
    reason: '`bundle_agencies`, which is asked next, refuses the same',
  },
  {
    mutant: 'function name_consultation, line 40: p_until is not null',
    reason: 'a ground without a last day gets none: null is written over null',
  },
  {
    mutant: 'function consultation_parts, line 21: c.offered_service_id is not null',
    reason: 'nobody is in the service null',
  },
  {
    mutant: 'function sides_of, line 10: c.deputy_id is not null',
    reason: 'nobody has the affiliation null: the join leaves it out',
  },
  {
    mutant: "function sides_of, line 13: c.state <> 'withdrawn'",
    reason: 'what is withdrawn is passed on to nobody: a constraint of the table',
  },
  ...['49', '50', '51'].map((line) => ({
    mutant: `function step_consultation, line ${line}: v_open`,
    reason: 'only what is open is passed on: a constraint of the table',
  })),
  ...['53', '54'].map((line) => ({
    mutant: `function step_consultation, line ${line}: c.state not in`,
    reason: 'of what is closed or withdrawn nobody is an expert (`consultation_parts`)',
  })),
  {
    mutant: 'function step_consultation, line 67: p_target is not null',
    reason: 'nobody has the affiliation null: nobody is found, as before',
  },
  {
    mutant: 'function step_consultation, line 147: e.person_id = app.person()',
    reason: 'an affiliation is one person’s, and is invited once',
  },
  ...['step_consultation, line 77', 'invitable_experts, line 15'].map((place) => ({
    mutant: `function ${place}: m.service_id <> c.service_id`,
    reason:
      'whoever is in this service is left out by the next condition, whatever other service they are in',
  })),
  {
    mutant: 'function end_scan, line 24: c.id is not null',
    reason: 'nobody is beside a request that is not there',
  },
  {
    mutant: 'function people_answering, line 7: x.service_id = j.service_id',
    reason: '`joint_answer_right`, which is asked beside it, says the same',
  },
  {
    mutant: 'function take_request_into_case, line 15: a.person_id = app.person()',
    reason: 'whoever is beside the request acts in an affiliation of their own (`consultation_parts`)',
  },
  {
    mutant: 'policy of_own_side on consultation_transfers, using: without ( SELECT access.acts()',
    reason: 'the request itself is read only by whoever acts (`on_a_side`)',
  },
  {
    mutant: 'policy of_receiver on bundle_items, using: without (a.person_id = app.person())',
    reason: 'whoever acts in another’s affiliation is in no service (`my_services`)',
  },
];

export const equivalents: readonly Equivalent[] = [
  ...requestEquivalents,
  rule(
    'rules.ts: agencyId === null → false in: if (agencyId === null)',
    'the family breaks no glass: a constraint of the table',
  ),
  rule(
    'rules.ts: false → true in: if (agencyId === null)',
    'the family breaks no glass: a constraint of the table',
  ),
  rule("rules.ts: audience.familyScope === 'chosen' → true", namesNobody),
  rule("rules.ts: participation.familyScope === 'chosen' → true", namesNobody),
  rule("rules.ts: participation.scope === 'agencies' → true", namesNobody),
  rule('rules.ts: !participation → false', hasAudience),
  rule('rules.ts: false → true in: if (!participation)', hasAudience),
  rule('rules.ts: audience !== undefined → true', hasAudience),
  rule('rules.ts: participation !== undefined → true', hasAudience),
  rule(
    "covers.ts: guardian.custody === 'limited' → true",
    'classes are listed with limited custody alone: a constraint of the table',
  ),
  rule(
    "covers.ts: g.effect === 'allow' → true in: const allowed",
    'a prohibition that counted as allowing has decided before, and none is recorded as stopped by nothing',
  ),
  rule(
    'covers.ts: isChilds(g) → true in: if (allowed.some',
    'a capacity is recorded of the child’s consent alone',
  ),
  rule(
    'rules.ts: audience.authorIds.includes(m.personId) → false in: if (audience.participation',
    'an agency knows its own people, and the family its own members',
  ),
  rule(
    'request.ts: contract === undefined → false',
    'every route is served from a contract: what is asked is a mistake in the code',
  ),
  rule(
    'request.ts: !contract → false',
    'only the pages of the client have no contract, and the drills serve none',
  ),
  rule(
    'request.ts: !request.actor → false',
    'whoever is not signed in has been turned away before (`authenticate`): it tells the compiler',
  ),
  rule(
    'seen-as.ts: personId === who.personId → false',
    'whoever takes part knows that they do, by their own place',
  ),
  rule(
    'seen-as.ts: m.agencyId !== agency.id → true',
    'people of an agency of whom the viewer may not know are left out by the viewer’s own side anyway',
  ),
  rule(
    'turvakielto.ts: a.participation → true',
    'a membership’s key is always the audience of a taking part',
  ),
  rule('abilities.ts: active.length > 0 → true in: readsOnly', notInside),
  rule('abilities.ts: m.agencyId === facts.homeAgencyId → true', homeRoles),
  rule('writing.ts: m.agencyId === facts.homeAgencyId → true', homeRoles),
  ...heldTables.map((table) => ({
    mutant: `policy readable on ${table}, using: without (EXISTS`,
    reason: twice,
  })),
  {
    mutant: 'policy with_version on version_parts, check: without access.holds(',
    reason:
      'a part needs a version of the same transaction, and only the responsible worker makes one (`signable`)',
  },
  {
    mutant: 'policy with_absence on streams, using: without (kind =',
    reason: '`arranges_case` is true of cases alone',
  },
  {
    mutant: 'policy with_absence_raised on streams, using: without (kind =',
    reason: '`arranges_case` is true of cases alone',
  },
  {
    mutant: 'policy glass on entries, using: without',
    reason: '`own_header` refuses whoever has broken the glass, of what is begun and of what is changed',
  },
  {
    mutant: 'policy readable_of_pair on contributions, using: without (pair_acl_key IS NOT NULL)',
    reason: 'nobody holds the key null; it spares the look-up where there is no pair',
  },
  {
    mutant: 'function record_ground, line 14: perform access.require_member(',
    reason:
      'a ground is recorded in an affiliation of an agency for which somebody acts in the case: whoever is no member acts for none',
  },
  {
    mutant: 'function withdraw_ground, line 12: perform access.require_member(',
    reason:
      'it takes the home team, or an agency for which somebody acts in the case: each is a member already',
  },
  {
    mutant: "function require_member, line 10: m.role <> 'break-glass' → true",
    reason:
      'for the home agency the roles are named; for any other `acting_agencies` leaves out whoever has broken the glass',
  },
  {
    mutant: 'function derived, line 56: pairs.active * ',
    reason:
      'whom the case itself is addressed to is a matter of their agency, and so the same of all their places; when they take part is asked again of each text',
  },
  {
    mutant: 'function derived, line 56: * pairs.known ',
    reason: 'the case itself is the home agency’s and of no author: whoever takes part may be known to it',
  },
  {
    mutant: "function covers, line 15: effect = 'allow' → true",
    reason: 'no prohibition is recorded as stopped by nothing: a constraint of the table',
  },
  ...["line 18: effect = 'allow'", "line 20: effect = 'allow'", "line 21: effect = 'allow'"].map((place) => ({
    mutant: `function covers, ${place} → true`,
    reason: 'a prohibition that counted as allowing is taken off again as the prohibition that it is',
  })),
  {
    mutant: "function covers, line 18: kind = 'child-consent' → true",
    reason: 'a capacity is recorded of the child’s consent alone: a constraint of the table',
  },
  {
    mutant: "function covers, line 30: m.effect = 'allow' → true",
    reason: 'a guardian’s refusal that counted as their consent is taken off again as a prohibition',
  },
  {
    mutant: "function covers, line 30: m.kind = 'guardian-consent' → true",
    reason: 'whatever else a guardian gives allows by itself, and needs no consent of another beside it',
  },
  ...[
    "exists (select from matching m where m.effect = 'allow' and m.kind = 'guardian-consent')",
    "m.effect = 'allow'",
    "m.kind = 'guardian-consent'",
  ].map((condition) => ({
    mutant: `function covers, line 33: ${condition} → true`,
    reason:
      'where nobody has consented each guardian lacks all of their time, and nothing is left; it spares the look-up',
  })),
  {
    mutant: "function covers_vitally, line 7: effect = 'allow' → true",
    reason: 'no prohibition is recorded as stopped by nothing: a constraint of the table',
  },
  {
    mutant: "function covers_vitally, line 8: effect = 'allow' → true",
    reason: 'a prohibition that counted as allowing is taken off again as the prohibition that it is',
  },
  ...[
    "line 32: d.family_scope = 'chosen'",
    "line 45: p.known_family = 'chosen'",
    "line 48: p.known_scope = 'agencies'",
  ].map((place) => ({ mutant: `function derived, ${place} → true`, reason: namesNobody })),
  {
    mutant: 'function derived, line 53: (p_key is null or d.acl_key in (p_key, home.case_key)) → true',
    reason: 'of one key, it is picked out at the end once more; it spares deriving the others',
  },
  {
    mutant: 'function derived, line 60: e.person_id = pairs.person_id → true',
    reason:
      'an affiliation is one person’s; and of the family each enters the case for as long as they take part in it',
  },
  {
    mutant: "function guardian_powers, line 11: r.kind = 'guardian' → true",
    reason: 'custody is recorded of guardians alone: a constraint of the table',
  },
  {
    mutant: "function guardian_powers, line 12: r.custody = 'limited' → true",
    reason: 'classes are listed with limited custody alone: a constraint of the table',
  },
  ...['line 9: d.case_id is null', 'line 12: d.case_id is null'].map((place) => ({
    mutant: `function derived_alone, ${place} → true`,
    reason:
      'asked of keys of no case alone: whatever asks it has looked for that (`audience_key`, `derive_affiliation`)',
  })),
];

/** The entry for this mutant, if there is one. */
export const equivalentOf = (name: string): Equivalent | undefined =>
  equivalents.find(({ mutant }) => name.startsWith(mutant));
