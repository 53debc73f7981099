// Roles in a case and in the family.
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

export const familyRole = {
  child: 'child',
  guardian: 'guardian',
  close: 'someone close',
} as const;
