// Generated from the migrated database by `npm run db:types`. Do not edit.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Absences {
  affiliation_id: string;
  ended_at: Timestamp | null;
  ended_by: string | null;
  ends_at: Timestamp;
  id: Generated<string>;
  person_id: string;
  recorded_at: Timestamp;
  recorded_by: string;
  starts_at: Timestamp;
  substitute_affiliation_id: string;
  substitute_id: string;
}

export interface AccessLog {
  affiliation_id: string | null;
  at: Timestamp;
  case_id: string | null;
  detail: Json | null;
  id: Generated<string>;
  kind: string;
  object_id: string | null;
  person_id: string;
  purpose: string;
}

export interface AclMembers {
  acl_key: number;
  affiliation_id: string | null;
  person_id: string;
  valid: string;
}

export interface Activities {
  acl_key: number;
  at: Timestamp;
  case_id: string;
  detail: Generated<Json>;
  id: Generated<string>;
  kind: string;
  object_id: string | null;
  person_id: string;
}

export interface Affiliations {
  agency_id: string;
  ends_at: Timestamp | null;
  id: Generated<string>;
  person_id: string;
  profession: string;
  starts_at: Generated<Timestamp>;
}

export interface Agencies {
  created_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
  id: Generated<string>;
  kind: string;
  municipality: string;
  name_fi: string;
  name_sv: string;
  region: string;
}

export interface AgendaItems {
  acl_key: number;
  case_id: string;
  closed_at: Timestamp | null;
  family_note: string | null;
  family_stance: string | null;
  id: Generated<string>;
  meeting_id: string;
  minutes: number;
  opened_at: Timestamp | null;
  phase: number | null;
  phase_at: Timestamp | null;
  place: number;
  presenter_affiliation_id: string;
  proposed_at: Timestamp;
  proposed_by: string;
  state: Generated<string>;
  version: Generated<number>;
}

export interface AgendaVisits {
  answer: string | null;
  answered_at: Timestamp | null;
  calendar_sequence: Generated<number>;
  calendar_uid: Generated<string>;
  case_id: string;
  changed_at: Timestamp;
  from_at: Timestamp;
  id: Generated<string>;
  invited_at: Timestamp;
  invited_by: string;
  item_id: string;
  meeting_id: string;
  membership_id: string;
  until_at: Timestamp;
  withdrawn_at: Timestamp | null;
}

export interface Assessments {
  acl_key: number;
  began_on: string;
  case_id: string;
  correction_reason: string | null;
  decided_on: string | null;
  decision_due_on: string;
  id: Generated<string>;
  opened_at: Timestamp;
  opened_by: string;
  owner_agency_id: string;
  ready_due_on: string;
  status: Generated<string>;
  template_id: string;
  trigger: string;
  version: Generated<number>;
}

export interface AssessmentTemplates {
  areas: Json;
  id: Generated<string>;
  region: string | null;
  valid_from: string;
  version: number;
}

export interface AssessmentVersions {
  acl_key: number;
  assessment_id: string;
  case_id: string;
  hash: string;
  head: Json;
  id: Generated<string>;
  reason: string | null;
  signed_at: Timestamp;
  version: number;
}

export interface Attendances {
  affiliation_id: string | null;
  came_at: Timestamp;
  id: Generated<string>;
  item_id: string | null;
  left_at: Timestamp | null;
  meeting_id: string;
  person_id: string;
}

export interface Audiences {
  acl_key: Generated<number>;
  agency_ids: Generated<string[]>;
  author_ids: Generated<string[]>;
  case_id: string | null;
  data_class: string;
  family_ids: Generated<string[]>;
  family_scope: Generated<string>;
  owner_agency_id: string | null;
  participation: Generated<boolean>;
  scope: string;
}

export interface BreakGlassAttempts {
  affiliation_id: string;
  agency_id: string;
  at: Timestamp;
  case_id: string | null;
  id: Generated<string>;
  outcome: string;
  person_id: string;
  sought_by: string;
}

export interface BreakGlassGrounds {
  from_agency_id: string;
  ground_id: string;
  use_id: string;
}

export interface BreakGlassUses {
  affiliation_id: string;
  agency_id: string;
  at: Timestamp;
  case_id: string;
  ended_at: Timestamp | null;
  finding: string | null;
  id: Generated<string>;
  membership_id: string;
  person_id: string;
  reason: string;
  review_note: string | null;
  reviewed_at: Timestamp | null;
  reviewed_by: string | null;
  until: Timestamp;
}

export interface BundleItems {
  agency_ids: string[];
  bundle_id: string;
  content: Json;
  data_class: string;
  ended_at: Timestamp | null;
  id: Generated<string>;
  n: number;
  until: Timestamp;
}

export interface Bundles {
  affiliation_id: string;
  case_id: string;
  consultation_id: string;
  from_agency_id: string;
  id: Generated<string>;
  labels: Json;
  person_id: string;
  sent_at: Timestamp;
  service_id: string;
  until: Timestamp;
  withdrawn_at: Timestamp | null;
}

export interface CalendarEntries {
  ends_at: Timestamp;
  from_on: string | null;
  id: Generated<string>;
  known_until: string | null;
  meeting_id: string | null;
  off: Generated<boolean>;
  person_id: string;
  sequence: Generated<number>;
  series_id: string | null;
  starts_at: Timestamp;
  uid: Generated<string>;
  until_on: string | null;
  without: Generated<string[]>;
}

export interface CalendarOccasions {
  ends_at: Timestamp;
  entry_id: string;
  meeting_id: string;
  off: boolean;
  starts_at: Timestamp;
}

export interface Cases {
  acl_key: number;
  birth_date: string;
  child_given_name: string;
  child_name: string;
  closed_at: Timestamp | null;
  id: Generated<string>;
  interpreter: string | null;
  languages: string[];
  number: string;
  opened_at: Timestamp;
  opened_by: string;
  owner_agency_id: string;
  version: Generated<number>;
}

export interface ClockHints {
  one: Generated<boolean>;
  told_until: Timestamp | null;
}

export interface CommandLog {
  affiliation_id: string | null;
  at: Timestamp;
  case_id: string | null;
  id: Generated<string>;
  object_id: string | null;
  operation: string;
  person_id: string;
}

export interface ConsultationAttachmentBytes {
  attachment_id: string;
  bytes: Buffer;
}

export interface ConsultationAttachments {
  added_at: Timestamp;
  affiliation_id: string;
  consultation_id: string | null;
  draft_id: string | null;
  finding: string | null;
  id: Generated<string>;
  kind: string;
  n: number;
  name: string;
  person_id: string;
  scan: Generated<string>;
  scan_begun_at: Timestamp | null;
  scanned_at: Timestamp | null;
  sha256: Buffer;
  side: string;
  size: number;
  withdrawn_at: Timestamp | null;
}

export interface ConsultationDrafts {
  affiliation_id: string;
  fields: Json;
  id: Generated<string>;
  person_id: string;
  rev: number;
  saved_at: Timestamp;
}

export interface ConsultationEscalations {
  at: Timestamp;
  consultation_id: string;
  id: Generated<string>;
  since: Timestamp;
  step: number;
  told: string;
}

export interface ConsultationExperts {
  accepted: boolean | null;
  affiliation_id: string;
  answered_at: Timestamp | null;
  consultation_id: string;
  id: Generated<string>;
  invited_at: Timestamp;
  invited_by: string;
  person_id: string;
  words: string;
}

export interface ConsultationFollowUps {
  affiliation_id: string;
  at: Timestamp;
  consultation_id: string;
  helped: string;
  id: Generated<string>;
  person_id: string;
  words: string;
}

export interface ConsultationGrounds {
  agency_id: string | null;
  at: Timestamp;
  consultation_id: string;
  covers: string[];
  evidence: string;
  id: Generated<string>;
  kind: string;
  person_id: string;
  service_id: string | null;
  statute: string | null;
  until: string | null;
}

export interface ConsultationHistory {
  act: string;
  affiliation_id: string;
  at: Timestamp;
  consultation_id: string;
  from_state: string | null;
  id: Generated<string>;
  person_id: string;
  reason: string | null;
  to_affiliation_id: string | null;
  to_service_id: string | null;
  to_state: string;
}

export interface ConsultationMessages {
  about: string | null;
  affiliation_id: string;
  at: Timestamp;
  chosen: number | null;
  consultation_id: string;
  id: Generated<string>;
  kind: string;
  person_id: string;
  side: string;
  text: string;
  times: Generated<Json>;
  way: string | null;
}

export interface ConsultationNamings {
  affiliation_id: string;
  anonymous_id: string;
  named_id: string;
  person_id: string;
}

export interface ConsultationOutcomes {
  affiliation_id: string;
  at: Timestamp;
  consultation_id: string;
  id: Generated<string>;
  kind: string;
  person_id: string;
  words: string;
}

export interface Consultations {
  absence_hours: Json;
  age_band: string | null;
  anonymous: boolean;
  answered_at: Timestamp | null;
  area: string;
  asker_affiliation_id: string;
  asker_id: string;
  changed_at: Timestamp;
  child_birth_date: string | null;
  child_name: string | null;
  consent: string;
  deputy_affiliation_id: string | null;
  deputy_id: string | null;
  due_on: string;
  grade: string | null;
  holder_affiliation_id: string | null;
  holder_id: string | null;
  id: Generated<string>;
  language: string;
  number: string;
  offer_reason: string | null;
  offered_at: Timestamp | null;
  offered_service_id: string | null;
  question: string;
  received_at: Timestamp;
  service_id: string;
  state: string;
  supports: Json;
  urgency: string;
}

export interface ConsultationTransfers {
  affiliation_id: string;
  at: Timestamp;
  consultation_id: string;
  id: Generated<string>;
  person_id: string;
  service_id: string | null;
  side: string;
  system: string;
}

export interface Contributions {
  acl_key: number;
  affiliation_id: string;
  area: string;
  asked_at: Timestamp;
  asked_by: string;
  assessment_id: string;
  case_id: string;
  contributor_ids: string[];
  due_on: string | null;
  entry_id: string | null;
  id: Generated<string>;
  opened_at: Timestamp | null;
  pair_acl_key: number | null;
  question: string | null;
  status: Generated<string>;
  version: Generated<number>;
}

export interface Credentials {
  changed_at: Generated<Timestamp>;
  must_change: Generated<boolean>;
  password_hash: string;
  person_id: string;
}

export interface CustodyChanges {
  acl_key: number;
  basis: string;
  case_id: string;
  custody: string | null;
  custody_from: string | null;
  custody_until: string | null;
  ended_on: string | null;
  id: Generated<string>;
  power_classes: string[];
  recorded_at: Timestamp;
  recorded_by: string | null;
  relation_id: string;
}

export interface DisclosureLog {
  affiliation_id: string | null;
  at: Timestamp;
  basis: Generated<string>;
  case_id: string | null;
  data_class: string;
  from_agency_id: string;
  ground_id: string | null;
  ground_ids: Generated<string[]>;
  id: Generated<string>;
  object_id: string;
  object_kind: string;
  person_id: string | null;
  since: Generated<Timestamp>;
  to_agency_id: string | null;
  to_person_id: string | null;
}

export interface DisclosuresDue {
  case_id: string;
  due_at: Timestamp;
}

export interface DocumentClients {
  affiliation_id: string | null;
  at: Timestamp;
  client_id: number;
  document_id: string;
  person_id: string;
}

export interface Documents {
  about: string | null;
  access_epoch: Generated<number>;
  created_at: Timestamp;
  frozen_at: Timestamp | null;
  head_seq: Generated<number>;
  id: Generated<string>;
  scope_id: string;
  scope_kind: string;
}

export interface DocumentSnapshots {
  at: Timestamp;
  bytes: Buffer;
  document_id: string;
  seq: number;
}

export interface DocumentUpdates {
  affiliation_id: string | null;
  at: Timestamp;
  bytes: Buffer;
  client_id: number;
  document_id: string;
  person_id: string;
  seq: number;
}

export interface Entries {
  about: string | null;
  acl_key: number;
  affiliation_id: string | null;
  agenda_item_id: string | null;
  assessment_id: string | null;
  author_ids: string[];
  case_id: string | null;
  created_at: Timestamp;
  data_class: string;
  expires_at: Timestamp | null;
  fields: Generated<Json>;
  id: Generated<string>;
  kind: string;
  owner_agency_id: string | null;
  parent_id: string | null;
  shared_at: Timestamp | null;
  state: Generated<string>;
  updated_at: Timestamp;
  version: Generated<number>;
}

export interface EntryAlternatives {
  acl_key: number;
  body: string;
  created_at: Timestamp;
  device: string;
  entry_id: string;
  field: string;
  id: Generated<string>;
  updated_at: Timestamp;
}

export interface EntryHistory {
  acl_key: number;
  at: Timestamp;
  body: string;
  entry_id: string;
  field: string;
  id: Generated<string>;
  why: string;
}

export interface Events {
  acl_key: number | null;
  at: Timestamp;
  kind: string;
  payload: Json;
  seq: number;
  stream_id: string;
}

export interface Grounds {
  acl_key: number;
  beats_prohibition: Generated<boolean>;
  capacity: string | null;
  capacity_reason: string | null;
  case_id: string;
  data_classes: string[];
  effect: Generated<string>;
  evidence: string;
  from_agency_id: string | null;
  given_by: string | null;
  given_by_relation: string | null;
  id: Generated<string>;
  kind: string;
  recorded_at: Timestamp;
  recorded_by: string;
  statute: string | null;
  to_agency_id: string | null;
  valid: string;
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
}

export interface GuestLinks {
  affiliation_id: string;
  case_id: string;
  code_hash: Buffer;
  contribution_id: string;
  ended_at: Timestamp | null;
  ended_why: string | null;
  expires_at: Timestamp;
  id: string;
  made_at: Timestamp;
  made_by: string;
  membership_id: string;
  opened_at: Timestamp | null;
  person_id: string;
  secret_hash: Buffer;
  used_at: Timestamp | null;
  wrong_codes: Generated<number>;
}

export interface Handovers {
  acl_key: number;
  brought_in: boolean;
  case_id: string;
  closed_at: Timestamp | null;
  from_membership_id: string;
  giver_becomes: string;
  id: Generated<string>;
  message: string;
  offered_at: Timestamp;
  outcome: string | null;
  reason: string | null;
  to_membership_id: string;
}

export interface HeardRatings {
  case_id: string;
  item_id: string;
  person_id: string;
  rated_at: Timestamp;
  rating: number;
  team_id: string;
}

export interface IdempotencyKeys {
  at: Timestamp;
  key: string;
  operation: string;
  person_id: string;
  result: Json;
}

export interface JointAnswerAuthors {
  affiliation_id: string;
  consultation_id: string;
  message_id: string;
  person_id: string;
  place: number;
}

export interface JointAnswers {
  begun_at: Timestamp;
  begun_by: string;
  consultation_id: string;
  id: Generated<string>;
  message_id: string | null;
  service_id: string;
}

export interface JointAnswerTexts {
  blocks: Json;
  consultation_id: string;
  message_id: string;
}

export interface Mails {
  at: Timestamp;
  attempts: Generated<number>;
  calendar_sequence: number | null;
  calendar_uid: string | null;
  case_number: string | null;
  due_on: string | null;
  ends_at: Timestamp | null;
  failed_at: Timestamp | null;
  guest_link_id: string | null;
  id: Generated<string>;
  meeting_kind: string | null;
  next_at: Timestamp;
  occasion_at: Timestamp | null;
  path: string;
  person_id: string;
  repeats: Json | null;
  sent_at: Timestamp | null;
  skipped_at: Timestamp | null;
  skipped_why: string | null;
  stage: string;
  starts_at: Timestamp | null;
}

export interface MeetingMoves {
  act: string;
  at: Timestamp;
  by_affiliation_id: string;
  id: Generated<string>;
  item_id: string | null;
  meeting_id: string;
  phase: number | null;
  reason: string | null;
}

export interface MeetingRegrets {
  affiliation_id: string;
  id: Generated<string>;
  meeting_id: string;
  note: string | null;
  said_at: Timestamp;
  taken_back_at: Timestamp | null;
}

export interface Meetings {
  agency_id: string;
  cancel_reason: string | null;
  case_id: string | null;
  chair_affiliation_id: string | null;
  convened_at: Timestamp;
  convened_by: string;
  ended_at: Timestamp | null;
  ends_at: Timestamp;
  id: Generated<string>;
  kind: string;
  link: string | null;
  opened_at: Timestamp | null;
  place: string | null;
  planned_on: string | null;
  series_id: string | null;
  starts_at: Timestamp;
  state: Generated<string>;
  team_id: string | null;
  template_id: string;
  version: Generated<number>;
}

export interface MeetingSeries {
  begun_at: Timestamp;
  begun_by: string;
  ended_at: Timestamp | null;
  every_weeks: Generated<number>;
  from_on: string;
  id: Generated<string>;
  kind: Generated<string>;
  link: string | null;
  minutes: number;
  place: string | null;
  starts_at_time: string;
  team_id: string;
  until_on: string | null;
  weekday: number;
}

export interface MeetingTemplates {
  id: Generated<string>;
  kind: string;
  made_at: Timestamp;
  made_by: string | null;
  phases: Json;
  team_id: string | null;
  version: number;
}

export interface MembershipInvitations {
  acl_key: number;
  affiliation_id: string | null;
  case_id: string;
  declined_at: Timestamp | null;
  left_at: Timestamp | null;
  membership_id: string;
  person_id: string;
  purpose: string;
  reason: string | null;
}

export interface Memberships {
  absence_id: string | null;
  accepted_at: Timestamp | null;
  acl_key: number;
  affiliation_id: string | null;
  case_id: string;
  end_reason: string | null;
  ended_by: string | null;
  ends_at: Timestamp | null;
  id: Generated<string>;
  invited_by: string | null;
  opened_at: Timestamp | null;
  person_id: string;
  role: string;
  starts_at: Timestamp;
  substitutes_for: string | null;
}

export interface MemoParts {
  acl_key: number;
  agency_id: string | null;
  case_id: string;
  from_at: Timestamp;
  id: Generated<string>;
  item_id: string;
  kind: string;
  meeting_id: string;
  part: string;
  reason: string | null;
  state: Generated<string>;
  until_at: Timestamp;
  version: Generated<number>;
}

export interface MemoSections {
  acl_key: number;
  agency_id: string | null;
  begun_at: Timestamp;
  begun_by: string;
  case_id: string;
  id: Generated<string>;
  item_id: string;
  part: string;
  phase: string | null;
}

export interface MemoSignatures {
  acl_key: number;
  affiliation_id: string;
  case_id: string;
  hash: string;
  id: Generated<string>;
  name: string;
  person_id: string;
  profession: string;
  signed_at: Timestamp;
  version_id: string;
}

export interface MemoTransfers {
  agency_id: string;
  at: Timestamp;
  by_affiliation_id: string;
  case_id: string;
  id: Generated<string>;
  system: string;
  version_id: string;
}

export interface MemoVersions {
  acl_key: number;
  agency_id: string | null;
  case_id: string;
  content: Json;
  hash: string;
  id: Generated<string>;
  made_at: Timestamp;
  made_by: string;
  memo_part_id: string;
  reason: string | null;
  version: number;
}

export interface Notices {
  at: Timestamp;
  case_id: string | null;
  from_person_id: string | null;
  id: Generated<string>;
  kind: string;
  person_id: string;
  read_at: Timestamp | null;
  words: string | null;
}

export interface People {
  created_at: Generated<Timestamp>;
  email: string | null;
  ended_at: Timestamp | null;
  family: Generated<boolean>;
  given_name: string;
  id: Generated<string>;
  language: Generated<string>;
  local_key: Buffer;
  name: string;
  sign_in_name: string;
}

export interface Relations {
  acl_key: number;
  case_id: string;
  created_at: Timestamp;
  custody: string | null;
  custody_from: string | null;
  custody_until: string | null;
  data_class: string;
  ended_on: string | null;
  id: Generated<string>;
  kind: string;
  language: string | null;
  name: string;
  owner_agency_id: string;
  person_id: string | null;
  phone: string | null;
  power_classes: Generated<string[]>;
  relation: string;
  version: Generated<number>;
}

export interface Rules {
  key: string;
  source: string;
  valid_from: string;
  value: Json;
}

export interface ServiceMembers {
  affiliation_id: string;
  ends_at: Timestamp | null;
  id: Generated<string>;
  person_id: string;
  role: string;
  service_id: string;
  set_by: string;
  starts_at: Timestamp;
}

export interface Services {
  added_at: Timestamp;
  advises_fi: string;
  advises_sv: string;
  agency_id: string;
  areas: string[];
  checklist: string;
  days_ordinary: number;
  days_soon: number;
  days_urgent: number;
  ended_at: Timestamp | null;
  id: Generated<string>;
  kind: string;
  languages: string[];
  lead_after_minutes: Generated<number>;
  name_fi: string;
  name_sv: string;
  on_call_after_minutes: Generated<number>;
  takes_anonymous: boolean;
  takes_named: boolean;
}

export interface Sessions {
  active_at: Timestamp;
  affiliation_id: string | null;
  created_at: Timestamp;
  ended_at: Timestamp | null;
  expires_at: Timestamp;
  id: Generated<string>;
  person_id: string;
  token_hash: Buffer;
}

export interface Signatures {
  acl_key: number;
  affiliation_id: string;
  case_id: string;
  hash: string;
  id: Generated<string>;
  name: string;
  person_id: string;
  profession: string;
  signed_at: Timestamp;
  substitute_of: string | null;
  version_id: string;
}

export interface SignInFailures {
  blocked_until: Timestamp | null;
  failures: number;
  key_hash: Buffer;
  updated_at: Timestamp;
}

export interface StepMoves {
  acl_key: number;
  act: string;
  at: Timestamp;
  by_affiliation_id: string | null;
  by_id: string;
  case_id: string;
  due_on: string | null;
  id: Generated<string>;
  reason: string | null;
  step_id: string;
  to_id: string | null;
}

export interface Steps {
  acl_key: number;
  agenda_item_id: string | null;
  case_id: string;
  changed_at: Timestamp;
  data_class: string;
  doer_affiliation_id: string | null;
  doer_id: string;
  due_on: string | null;
  id: Generated<string>;
  offered_to_affiliation_id: string | null;
  offered_to_id: string | null;
  owner_agency_id: string;
  state: Generated<string>;
  text: string;
  version: Generated<number>;
  written_at: Timestamp;
  written_by: string;
  written_by_affiliation_id: string | null;
}

export interface Streams {
  access_epoch: Generated<number>;
  head_seq: Generated<number>;
  id: string;
  kind: string;
}

export interface TeamMembers {
  affiliation_id: string;
  ends_at: Timestamp | null;
  starts_at: Generated<Timestamp>;
  team_id: string;
}

export interface Teams {
  agency_id: string;
  created_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
  id: Generated<string>;
  name: string;
}

export interface VersionParts {
  acl_key: number;
  area: string | null;
  case_id: string;
  content: Json;
  entry_id: string | null;
  hash: string;
  id: Generated<string>;
  kind: string;
  position: number;
  version_id: string;
}

export interface Visits {
  at: Timestamp;
  case_id: string;
  person_id: string;
}

export interface WallScreens {
  code_hash: Buffer;
  code_until: Timestamp;
  ended_at: Timestamp | null;
  from_hash: Buffer;
  id: string;
  meeting_id: string | null;
  paired_affiliation_id: string | null;
  paired_at: Timestamp | null;
  secret_hash: Buffer;
  shown: Generated<string[]>;
}

export interface WelfareNotificationOrigins {
  affiliation_id: string;
  consultation_id: string;
  notification_id: string;
  person_id: string;
}

export interface WelfareNotifications {
  child_birth_date: string | null;
  child_identity_code: string | null;
  child_name: string;
  decision_due_on: string;
  family_knows: string;
  family_words: string;
  guardians: string;
  id: Generated<string>;
  notifier_affiliation_id: string;
  notifier_id: string;
  notifier_phone: string;
  number: string;
  observed: string;
  observed_when: string;
  received_at: Timestamp;
  service_id: string;
  urgency: string;
  whereabouts: string;
  worry: string;
}

export interface WelfareNotificationSteps {
  affiliation_id: string;
  at: Timestamp;
  id: Generated<string>;
  kind: string;
  notification_id: string;
  person_id: string;
  verdict: string | null;
  words: string;
}

export interface Whereabouts {
  acl_key: number;
  address: string | null;
  case_id: string;
  data_class: string;
  municipality: string | null;
  non_disclosure: boolean;
  owner_agency_id: string;
  school: string | null;
  version: Generated<number>;
}

export interface WithheldRows {
  case_id: string;
  column_name: Generated<string>;
  open_key: number;
  row_id: string;
  table_name: string;
  withheld_key: number;
}

export interface DB {
  absences: Absences;
  access_log: AccessLog;
  acl_members: AclMembers;
  activities: Activities;
  affiliations: Affiliations;
  agencies: Agencies;
  agenda_items: AgendaItems;
  agenda_visits: AgendaVisits;
  assessment_templates: AssessmentTemplates;
  assessment_versions: AssessmentVersions;
  assessments: Assessments;
  attendances: Attendances;
  audiences: Audiences;
  break_glass_attempts: BreakGlassAttempts;
  break_glass_grounds: BreakGlassGrounds;
  break_glass_uses: BreakGlassUses;
  bundle_items: BundleItems;
  bundles: Bundles;
  calendar_entries: CalendarEntries;
  calendar_occasions: CalendarOccasions;
  cases: Cases;
  clock_hints: ClockHints;
  command_log: CommandLog;
  consultation_attachment_bytes: ConsultationAttachmentBytes;
  consultation_attachments: ConsultationAttachments;
  consultation_drafts: ConsultationDrafts;
  consultation_escalations: ConsultationEscalations;
  consultation_experts: ConsultationExperts;
  consultation_follow_ups: ConsultationFollowUps;
  consultation_grounds: ConsultationGrounds;
  consultation_history: ConsultationHistory;
  consultation_messages: ConsultationMessages;
  consultation_namings: ConsultationNamings;
  consultation_outcomes: ConsultationOutcomes;
  consultation_transfers: ConsultationTransfers;
  consultations: Consultations;
  contributions: Contributions;
  credentials: Credentials;
  custody_changes: CustodyChanges;
  disclosure_log: DisclosureLog;
  disclosures_due: DisclosuresDue;
  document_clients: DocumentClients;
  document_snapshots: DocumentSnapshots;
  document_updates: DocumentUpdates;
  documents: Documents;
  entries: Entries;
  entry_alternatives: EntryAlternatives;
  entry_history: EntryHistory;
  events: Events;
  grounds: Grounds;
  guest_links: GuestLinks;
  handovers: Handovers;
  heard_ratings: HeardRatings;
  idempotency_keys: IdempotencyKeys;
  joint_answer_authors: JointAnswerAuthors;
  joint_answer_texts: JointAnswerTexts;
  joint_answers: JointAnswers;
  mails: Mails;
  meeting_moves: MeetingMoves;
  meeting_regrets: MeetingRegrets;
  meeting_series: MeetingSeries;
  meeting_templates: MeetingTemplates;
  meetings: Meetings;
  membership_invitations: MembershipInvitations;
  memberships: Memberships;
  memo_parts: MemoParts;
  memo_sections: MemoSections;
  memo_signatures: MemoSignatures;
  memo_transfers: MemoTransfers;
  memo_versions: MemoVersions;
  notices: Notices;
  people: People;
  relations: Relations;
  rules: Rules;
  service_members: ServiceMembers;
  services: Services;
  sessions: Sessions;
  sign_in_failures: SignInFailures;
  signatures: Signatures;
  step_moves: StepMoves;
  steps: Steps;
  streams: Streams;
  team_members: TeamMembers;
  teams: Teams;
  version_parts: VersionParts;
  visits: Visits;
  wall_screens: WallScreens;
  welfare_notification_origins: WelfareNotificationOrigins;
  welfare_notification_steps: WelfareNotificationSteps;
  welfare_notifications: WelfareNotifications;
  whereabouts: Whereabouts;
  withheld_rows: WithheldRows;
}
