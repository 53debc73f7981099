// The field's closed lists in words: life areas, data classes, roles in a case, grounds, triggers.
export const lifeArea = {
  'growth-and-development': 'Growth and development',
  health: 'Health',
  'mental-health': 'Mental health',
  'school-and-learning': 'School and learning',
  substances: 'Substances',
  'family-relations': 'Family relations',
  parenting: 'Parenting',
  'everyday-life-and-livelihood': 'Everyday life and livelihood',
  housing: 'Housing',
  'free-time': 'Free time',
  friends: 'Friends',
  'safety-and-violence': 'Safety and violence',
  'digital-life': 'Digital life',
  'culture-and-language': 'Culture and language',
} as const;

/** As what somebody takes part in a case. */
export const memberRole = {
  responsible: 'responsible worker',
  'working-pair': 'working pair',
  team: 'team member',
  visiting: 'visiting member',
  child: 'child',
  guardian: 'guardian',
  close: 'close person',
} as const;

export const dataClass = {
  coordination: 'Coordination',
  'shared-goal': 'Shared goals',
  education: 'School',
  social: 'Social care',
  health: 'Health',
  substance: 'Substances',
  hypothesis: 'The team’s working hypotheses',
  'child-voice': 'The child’s own voice',
  safety: 'Safety',
} as const;

/** What a data class holds, in plain words. */
export const dataClassHint = {
  coordination: 'times, topics and who does what',
  'shared-goal': 'what is aimed for together, and how it goes',
  education: 'learning, absences, support at school',
  social: 'the family’s situation and the work of social care',
  health: 'health, mental health and treatment',
  substance: 'use of substances and work with it',
  hypothesis: 'unfinished thoughts of the systemic team',
  'child-voice': 'what the child has said',
  safety: 'address, non-disclosure and safety plan',
} as const;

export const groundKind = {
  'child-consent': 'The child’s consent',
  'guardian-consent': 'A guardian’s consent',
  'disclosure-permission': 'Disclosure permission',
  statute: 'Statute',
  'joint-contact': 'Contact made together with the family',
  'vital-interest': 'Protecting life or health',
} as const;

export const trigger = {
  'child-welfare-notification': 'Child welfare notification',
  contact: 'Contact',
  application: 'Application',
  'request-of-family': 'Request of the child or family',
  other: 'Another reason',
} as const;
