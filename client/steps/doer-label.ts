// How somebody is called in a list of those who can do a step: with the agency, where two may have one profession.
import type { Member } from '../../shared/cases.ts';
import { memberAgency, memberWords } from '../cases/members-words.ts';

export const doerLabel = (member: Member): string =>
  [member.name, memberWords(member), ...(member.agencyId === null ? [] : [memberAgency(member)])].join(', ');
