// Roles in a case and in the family.
export const memberRole = {
  responsible: 'ansvarig socialarbetare',
  'working-pair': 'arbetspar',
  team: 'teammedlem',
  visiting: 'besökande medlem',
  child: 'barn',
  guardian: 'vårdnadshavare',
  close: 'närstående',
  'break-glass': 'nödåtkomst',
} as const;

export const familyRole = {
  child: 'barn',
  guardian: 'vårdnadshavare',
  close: 'närstående',
} as const;
