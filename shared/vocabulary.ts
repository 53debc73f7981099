// The field's own words as closed lists. Terms follow the glossary; the database checks the same lists.
import { z } from 'zod';

export const agencyKinds = [
  'child-protection',
  'education',
  'psychiatry',
  'substance-services',
  'residential-care',
  'family-services',
  'ngo',
] as const;
export const professions = [
  'social-worker',
  'social-counsellor',
  'consultant-social-worker',
  'family-therapist',
  'coordinator',
  'special-teacher',
  'school-social-worker',
  'school-psychologist',
  'principal',
  'psychiatric-nurse',
  'psychiatrist',
  'substance-worker',
  'residential-care-worker',
  'ngo-worker',
  'expert-by-experience',
  'data-protection-officer',
  'administrator',
  'regional-developer',
] as const;
export const memberRoles = [
  'responsible',
  'working-pair',
  'team',
  'visiting',
  'child',
  'guardian',
  'close',
  'break-glass',
] as const;
export const dataClasses = [
  'coordination',
  'shared-goal',
  'education',
  'social',
  'health',
  'substance',
  'hypothesis',
  'child-voice',
  'safety',
] as const;
export const scopes = ['private', 'agency', 'team', 'agencies', 'everyone'] as const;
export const familyScopes = ['none', 'chosen', 'all'] as const;
export const groundKinds = [
  'child-consent',
  'guardian-consent',
  'disclosure-permission',
  'statute',
  'joint-contact',
  'vital-interest',
] as const;
/** What a minor understands of a matter: assessed and reasoned for each consent and prohibition of a child. */
export const capacities = ['understands', 'does-not-understand'] as const;
export const lifeAreas = [
  'growth-and-development',
  'health',
  'mental-health',
  'school-and-learning',
  'substances',
  'family-relations',
  'parenting',
  'everyday-life-and-livelihood',
  'housing',
  'free-time',
  'friends',
  'safety-and-violence',
  'digital-life',
  'culture-and-language',
] as const;
export const assessmentTriggers = [
  'child-welfare-notification',
  'contact',
  'application',
  'request-of-family',
  'other',
] as const;
export const entryKinds = [
  'form',
  'private-note',
  'situation',
  'contribution',
  'child-view',
  'parent-view',
  'synthesis',
  'dissent',
  'comment',
  /** What a named request said, taken into a case. */
  'consultation',
  /** Of a case on an agenda: what its presenter asks. */
  'presenter-question',
  /** The systemic team's working material: provisional, and it ends by itself. */
  'hypothesis',
  'reflection',
  'decision',
  /** Of somebody who was invited and answers in writing. */
  'written-answer',
  /** Of a memo, by somebody who reads it: theirs, beside what was signed. */
  'memo-comment',
  /** What was agreed in a meeting, in plain words for the family. */
  'family-summary',
] as const;
export const languages = ['fi', 'sv', 'en'] as const;

export const AgencyKind = z.enum(agencyKinds);
export const Profession = z.enum(professions);
export const MemberRole = z.enum(memberRoles);
export const DataClass = z.enum(dataClasses);
export const Scope = z.enum(scopes);
export const FamilyScope = z.enum(familyScopes);
export const GroundKind = z.enum(groundKinds);
export const Capacity = z.enum(capacities);
export const LifeArea = z.enum(lifeAreas);
export const AssessmentTrigger = z.enum(assessmentTriggers);
export const EntryKind = z.enum(entryKinds);
export const Language = z.enum(languages);

export type AgencyKind = z.infer<typeof AgencyKind>;
export type Profession = z.infer<typeof Profession>;
export type MemberRole = z.infer<typeof MemberRole>;
export type DataClass = z.infer<typeof DataClass>;
export type Scope = z.infer<typeof Scope>;
export type FamilyScope = z.infer<typeof FamilyScope>;
export type GroundKind = z.infer<typeof GroundKind>;
export type Capacity = z.infer<typeof Capacity>;
export type LifeArea = z.infer<typeof LifeArea>;
export type AssessmentTrigger = z.infer<typeof AssessmentTrigger>;
export type EntryKind = z.infer<typeof EntryKind>;
export type Language = z.infer<typeof Language>;

/** Bounds used in every contract: a string without a bound is almost never right. */
export const Id = z.uuid();
export const DateOnly = z.iso.date();
export const Instant = z.iso.datetime({ offset: true });
export const Line = z.string().trim().min(1).max(200);
export const OptionalLine = z.string().trim().max(200);
export const Paragraph = z.string().max(4_000);
/** One text field of an entry: characters, as typed. */
export const LongText = z.string().max(40_000);
