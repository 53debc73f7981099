// Life areas and roles in a case.
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

export const memberRole = {
  responsible: 'responsible social worker',
  'working-pair': 'working pair',
  team: 'team member',
  visiting: 'visiting member',
  child: 'child',
  guardian: 'guardian',
  close: 'someone close',
  'break-glass': 'emergency access',
} as const;
