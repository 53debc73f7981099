// Roles in a case and in the family.
export const memberRole = {
  responsible: 'vastuutyöntekijä',
  'working-pair': 'työpari',
  team: 'tiimin jäsen',
  visiting: 'vieraileva jäsen',
  child: 'lapsi',
  guardian: 'huoltaja',
  close: 'läheinen',
  'break-glass': 'hätäkatselu',
} as const;

export const familyRole = {
  child: 'lapsi',
  guardian: 'huoltaja',
  close: 'läheinen',
} as const;
