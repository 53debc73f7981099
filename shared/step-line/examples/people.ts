// Made-up people: a team in which everybody is told apart by anything, and one in which names and professions are shared.
import type { StepPerson } from '../index.ts';

export const team = [
  { id: 'leena', name: 'Leena Kallio', profession: 'social-worker' },
  { id: 'petri', name: 'Petri Vainio', profession: 'social-counsellor' },
  { id: 'kaisa', name: 'Kaisa Saarinen', profession: 'consultant-social-worker' },
  { id: 'jukka', name: 'Jukka Peltonen', profession: 'family-therapist' },
  { id: 'anu', name: 'Anu Nieminen', profession: 'coordinator' },
  { id: 'mikko', name: 'Mikko Halonen', profession: 'special-teacher' },
  { id: 'tiina', name: 'Tiina Rantala', profession: 'principal' },
  { id: 'sari', name: 'Sari Niskanen', profession: 'psychiatric-nurse' },
  { id: 'henrik', name: 'Henrik Lindqvist', profession: 'psychiatrist' },
  { id: 'riikka', name: 'Riikka Salo', profession: 'school-social-worker' },
  { id: 'janne', name: 'Janne Mattila', profession: 'substance-worker' },
  { id: 'eeva', name: 'Eeva Lindroos', profession: 'residential-care-worker' },
] as const satisfies readonly StepPerson[];

export const crowd = [
  { id: 'annaK', name: 'Anna Korhonen', profession: 'school-social-worker' },
  { id: 'annaM', name: 'Anna Mäki', profession: 'psychiatric-nurse' },
  { id: 'annaliisa', name: 'Anna-Liisa Kangas', profession: 'family-therapist' },
  { id: 'annika', name: 'Annika Holm', profession: 'special-teacher' },
  { id: 'aino', name: 'Aino Lehtinen', profession: 'social-worker' },
  { id: 'antti', name: 'Antti Virtanen', profession: 'social-worker' },
  { id: 'johannes', name: 'Johannes Laine', profession: 'residential-care-worker' },
  { id: 'matti', name: 'Matti Ahde', profession: 'coordinator' },
  { id: 'oskar', name: 'Oskar Nyström', profession: 'social-counsellor' },
  { id: 'amir', name: 'Amir Haddad', profession: 'ngo-worker' },
  { id: 'will', name: 'Will Marsh', profession: 'expert-by-experience' },
] as const satisfies readonly StepPerson[];
