// What happens in nearly every story: a case is opened, areas are given, texts written. Who is
// invited stands in invitations.ts.
import { askContribution, openAssessment, openContribution } from '../../shared/assessments.ts';
import { getWorkspace, openCase } from '../../shared/cases.ts';
import {
  type Audience,
  getDefaultAudience,
  saveField,
  shareEntry,
  startEntry,
} from '../../shared/entries.ts';
import { offerHandover } from '../../shared/members.ts';
import type { AssessmentTrigger, DataClass, EntryKind, LifeArea } from '../../shared/vocabulary.ts';
import type { SignInName } from './region.ts';
import type { Storyteller } from './storyteller.ts';

type Relation = {
  kind: 'guardian' | 'sibling' | 'close';
  name: string;
  relation: string;
  custody?: 'joint' | 'sole' | 'limited' | 'none';
  /** With limited custody: what this guardian decides on. */
  powerClasses?: DataClass[];
  language?: string;
};
export type Child = {
  name: string;
  birthDate: string;
  languages: string[];
  interpreter?: string;
  nonDisclosure?: boolean;
  address: string;
  municipality: string;
  school: string;
  relations: Relation[];
};

const firstName = (name: string): string => name.split(' ')[0] ?? name;

export const openChild = async (teller: Storyteller, who: SignInName, child: Child): Promise<string> => {
  const { id } = await teller.as(who, openCase, {
    body: {
      childName: child.name,
      childGivenName: firstName(child.name),
      birthDate: child.birthDate,
      languages: child.languages,
      interpreter: child.interpreter ?? null,
      nonDisclosure: child.nonDisclosure ?? false,
      address: child.address,
      municipality: child.municipality,
      school: child.school,
      relations: child.relations.map((r) => ({
        kind: r.kind,
        name: r.name,
        relation: r.relation,
        custody: r.custody ?? null,
        custodyUntil: null,
        powerClasses: r.powerClasses ?? [],
        language: r.language ?? null,
        phone: null,
      })),
      formId: null,
    },
  });
  return id;
};

/** Asks a colleague to take over; not answered yet. */
export const offerResponsibility = (
  teller: Storyteller,
  caseId: string,
  by: SignInName,
  to: SignInName,
  message: string,
): Promise<unknown> =>
  teller.as(by, offerHandover, {
    params: { caseId },
    body: { affiliationId: teller.people[to].affiliationId ?? '', message, giverBecomes: 'team' },
  });

export const beginAssessment = async (
  teller: Storyteller,
  caseId: string,
  by: SignInName,
  trigger: AssessmentTrigger,
  beganDaysAgo: number,
  decidedDaysAgo: number,
): Promise<string> => {
  const { id } = await teller.as(by, openAssessment, {
    params: { caseId },
    body: { trigger, beganOn: teller.date(-beganDaysAgo), decidedOn: teller.date(-decidedDaysAgo) },
  });
  return id;
};

type Fields = Record<string, string>;

const typeInto = async (
  teller: Storyteller,
  who: SignInName,
  entryId: string,
  fields: Fields,
): Promise<void> => {
  for (const [field, text] of Object.entries(fields)) {
    await teller.as(who, saveField, {
      params: { entryId, field },
      body: { base: 0, text, device: 'demostory' },
    });
  }
};

/** Shares what was written. Without `change` with its lawful default audience. */
export const share = async (
  teller: Storyteller,
  caseId: string,
  who: SignInName,
  entryId: string,
  change: Partial<Audience> = {},
): Promise<void> => {
  const audience = await teller.as(who, getDefaultAudience, { params: { entryId } });
  const workspace = await teller.as(who, getWorkspace, { params: { caseId } });
  const version = workspace.entries.find((e) => e.id === entryId)?.version ?? 1;
  await teller.as(who, shareEntry, {
    params: { entryId },
    body: { version, audience: { ...audience, ...change } },
  });
};

export type Piece = {
  caseId: string;
  assessmentId: string;
  about?: string | null;
  parentId?: string | null;
  fields: Fields;
};

/** Writes an entry of any kind but a contribution; leaves it a draft. */
export const write = async (
  teller: Storyteller,
  who: SignInName,
  kind: EntryKind,
  piece: Piece,
): Promise<string> => {
  const { id } = await teller.as(who, startEntry, {
    body: {
      kind,
      caseId: piece.caseId,
      assessmentId: piece.assessmentId,
      parentId: piece.parentId ?? null,
      about: piece.about ?? null,
      pairId: null,
    },
  });
  await typeInto(teller, who, id, piece.fields);
  return id;
};

export const ask = async (
  teller: Storyteller,
  caseId: string,
  assessmentId: string,
  by: SignInName,
  who: SignInName,
  area: LifeArea,
  due: number,
  question: string | null = null,
): Promise<string> => {
  const { id } = await teller.as(by, askContribution, {
    params: { caseId, assessmentId },
    body: {
      area,
      contributorId: teller.people[who].id,
      pairId: null,
      dueOn: teller.date(due),
      question,
    },
  });
  return id;
};

/** The contributor opens what was asked and writes; returns the draft. */
export const contribute = async (
  teller: Storyteller,
  caseId: string,
  contributionId: string,
  who: SignInName,
  fields: Fields,
): Promise<string> => {
  const { entryId } = await teller.as(who, openContribution, {
    params: { caseId, contributionId },
    body: {},
  });
  await typeInto(teller, who, entryId, fields);
  return entryId;
};
