// Life areas and roles in a case.
export const lifeArea = {
  'growth-and-development': 'Kasvu ja kehitys',
  health: 'Terveys',
  'mental-health': 'Mielenterveys',
  'school-and-learning': 'Koulunkäynti ja oppiminen',
  substances: 'Päihteet',
  'family-relations': 'Perhesuhteet',
  parenting: 'Vanhemmuus',
  'everyday-life-and-livelihood': 'Arki ja toimeentulo',
  housing: 'Asuminen',
  'free-time': 'Vapaa-aika',
  friends: 'Kaverit',
  'safety-and-violence': 'Turvallisuus ja väkivalta',
  'digital-life': 'Digitaalinen elämä',
  'culture-and-language': 'Kulttuuri ja kieli',
} as const;

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
