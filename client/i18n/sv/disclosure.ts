// What may go from one agency to another, and on which ground.
/** What a data class holds, in plain words. */
export const dataClassHint = {
  coordination: 'tider, ämnen och vem som gör vad',
  'shared-goal': 'vad man strävar efter tillsammans och hur det går',
  education: 'lärande, frånvaro, skolans stöd',
  social: 'familjens situation och socialvårdens arbete',
  health: 'hälsa, psykisk hälsa och vård',
  substance: 'användning av rusmedel och missbrukararbete',
  hypothesis: 'det systemiska teamets ofärdiga tankar',
  'child-voice': 'vad barnet självt har sagt',
  safety: 'adress, spärrmarkering och säkerhetsplan',
} as const;

/** A minor's capacity, as assessed. */
export const capacity = {
  understands: 'Barnet förstår saken',
  'does-not-understand': 'Barnet förstår inte saken',
} as const;
export const capacityHint = {
  understands: 'Barnet bestämmer själv. Vårdnadshavaren kan varken förbjuda eller samtycka i barnets ställe.',
  'does-not-understand': 'Barnets ord antecknas, men vårdnadshavarna bestämmer.',
} as const;
