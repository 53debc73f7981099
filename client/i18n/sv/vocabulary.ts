// Life areas and roles in a case.
export const lifeArea = {
  'growth-and-development': 'Uppväxt och utveckling',
  health: 'Hälsa',
  'mental-health': 'Psykisk hälsa',
  'school-and-learning': 'Skolgång och lärande',
  substances: 'Rusmedel',
  'family-relations': 'Familjerelationer',
  parenting: 'Föräldraskap',
  'everyday-life-and-livelihood': 'Vardag och försörjning',
  housing: 'Boende',
  'free-time': 'Fritid',
  friends: 'Kompisar',
  'safety-and-violence': 'Trygghet och våld',
  'digital-life': 'Digitalt liv',
  'culture-and-language': 'Kultur och språk',
} as const;

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
