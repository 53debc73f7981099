// Who stands where around the child of the matrix. One person for each relation that somebody can have to a case.
import type { AgencyKind, DataClass, MemberRole, Profession } from '../../shared/vocabulary.ts';

export const agencyNames = ['home', 'school', 'clinic'] as const;
export type AgencyName = (typeof agencyNames)[number];

export const agencies: Readonly<Record<AgencyName, { kind: AgencyKind; name: string }>> = {
  home: { kind: 'child-protection', name: 'Rannikon lastensuojelu' },
  school: { kind: 'education', name: 'Meriniemen koulu' },
  clinic: { kind: 'psychiatry', name: 'Rannikon nuorisopsykiatria' },
};

/** `takes`: with which role they take part now; `was`, `will`: only before, only later. Null: never. */
export type Place = {
  readonly name: string;
  /** For whom they act; null for the family. */
  readonly acts: AgencyName | null;
  readonly profession: Profession | null;
  readonly role: MemberRole | null;
  readonly when: 'now' | 'was' | 'will' | 'never';
  /** Another affiliation, in which they take part; but they do not act in it. */
  readonly elsewhere?: {
    readonly agency: AgencyName;
    readonly profession: Profession;
    readonly role: MemberRole;
  };
  /** Who may know that they take part, beside the home agency and their own. */
  readonly known: Known;
};

/** `to`: agencies that may know it, where they have a ground for the class; the home agency's people need none. */
export type Known = {
  readonly dataClass: DataClass;
  readonly to: 'everyone' | readonly AgencyName[];
  readonly family: 'all' | 'none' | 'child';
};
const openly: Known = { dataClass: 'coordination', to: 'everyone', family: 'all' };
/** That psychiatry takes part tells of health by itself. */
const asHealth: Known = { dataClass: 'health', to: [], family: 'none' };

const professional = (
  name: string,
  acts: AgencyName,
  profession: Profession,
  role: MemberRole | null,
  when: Place['when'] = role === null ? 'never' : 'now',
): Place => ({ name, acts, profession, role, when, known: acts === 'clinic' ? asHealth : openly });
/** In the case by break-glass, for less than an hour: known to the own agency and to the one whose case it is. */
const inHaste = (name: string, acts: AgencyName, profession: Profession): Place => ({
  ...professional(name, acts, profession, 'break-glass'),
  known: { dataClass: 'coordination', to: acts === 'home' ? [] : ['home'], family: 'none' },
});
const family = (name: string, role: MemberRole | null): Place => ({
  name,
  acts: null,
  profession: null,
  role,
  when: role === null ? 'never' : 'now',
  known: openly,
});

export const cast = {
  responsible: professional('Leena Kallio', 'home', 'social-worker', 'responsible'),
  pair: professional('Petri Vainio', 'home', 'social-counsellor', 'working-pair'),
  team: professional('Jukka Peltonen', 'home', 'family-therapist', 'team'),
  /** Of the own agency, but not of the team; of the others only the child may know of him. */
  homeVisitor: {
    ...professional('Vesa Vieras', 'home', 'social-counsellor', 'visiting'),
    known: { dataClass: 'coordination', to: [], family: 'child' },
  },
  teacher: professional('Mikko Halonen', 'school', 'special-teacher', 'visiting'),
  nurse: professional('Sari Niskanen', 'clinic', 'psychiatric-nurse', 'visiting'),
  /** Of this one of the clinic the school may know, as far as it may know anything of health. */
  nurseAtSchool: {
    ...professional('Noora Nummi', 'clinic', 'psychiatric-nurse', 'visiting'),
    known: { dataClass: 'health', to: ['school'], family: 'none' },
  },
  /** Came by a link, without an account, and stands in the case as whoever is invited of the school does. */
  guestByLink: professional('Kaisa Kutsuttu', 'school', 'school-psychologist', 'visiting'),
  /** Stands in for the working pair, who is away: as they stand in the case, for as long. */
  substitute: professional('Sirpa Sijainen', 'home', 'social-counsellor', 'working-pair'),
  counsellorInHaste: inHaste('Kirsti Kiire', 'home', 'social-counsellor'),
  psychiatristInHaste: inHaste('Niilo Nopea', 'clinic', 'psychiatrist'),
  guardian: family('Minna Virtanen', 'guardian'),
  child: family('Aino Virtanen', 'child'),
  close: family('Aune Virtanen', 'close'),
  colleague: professional('Outi Utelias', 'home', 'social-worker', null),
  teacherOnce: professional('Eeva Entinen', 'school', 'school-social-worker', 'visiting', 'was'),
  psychiatristLater: professional('Tuomas Tuleva', 'clinic', 'psychiatrist', 'visiting', 'will'),
  teacherWhoAlsoCounsels: {
    ...professional('Kaija Kaksi', 'school', 'special-teacher', null),
    elsewhere: { agency: 'home', profession: 'social-counsellor', role: 'team' },
  },
  principal: professional('Tiina Rantala', 'school', 'principal', null),
  stranger: family('Muu Vanhempi', null),
  administrator: professional('Timo Ahonen', 'home', 'administrator', null),
  protectionOfficer: professional('Ulla Forsman', 'home', 'data-protection-officer', null),
} as const satisfies Record<string, Place>;

export type Who = keyof typeof cast;
export const everybody = Object.keys(cast) as Who[];
export const placeOf = (who: Who): Place => cast[who];

/** The agency for which somebody takes part now; null for the family, and for whoever does not. */
export const takesPartFor = (who: Who): AgencyName | null => {
  const { elsewhere, acts, when } = placeOf(who);
  return elsewhere?.agency ?? (when === 'now' ? acts : null);
};

export const teamPlaces = ['responsible', 'pair', 'team', 'substitute'] as const satisfies readonly Who[];
export const familyPlaces = ['guardian', 'child', 'close'] as const satisfies readonly Who[];
export const hastePlaces = ['counsellorInHaste', 'psychiatristInHaste'] as const satisfies readonly Who[];
export const guestPlaces = [
  'teacher',
  'nurse',
  'nurseAtSchool',
  'guestByLink',
] as const satisfies readonly Who[];
