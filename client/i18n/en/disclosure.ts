// What may go from one agency to another, and on which ground.
/** What a data class holds, in plain words. */
export const dataClassHint = {
  coordination: 'times, topics and who does what',
  'shared-goal': 'what is aimed for together, and how it is going',
  education: 'learning, absences, support at school',
  social: 'the family’s situation and the work of social care',
  health: 'health, mental health and treatment',
  substance: 'use of substances, and work on it',
  hypothesis: 'unfinished thoughts of the systemic team',
  'child-voice': 'what the child has said',
  safety: 'address, non-disclosure and safety plan',
} as const;

/** A minor's capacity, as assessed. */
export const capacity = {
  understands: 'The child understands',
  'does-not-understand': 'The child does not understand',
} as const;
export const capacityHint = {
  understands: 'The child decides. A guardian can neither forbid it nor consent instead.',
  'does-not-understand': 'The child’s word is recorded, but the guardians decide.',
} as const;
