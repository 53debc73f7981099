// What may go from one agency to another, and on which ground.
/** What a data class holds, in plain words. */
export const dataClassHint = {
  coordination: 'ajat, aiheet ja kuka tekee mitä',
  'shared-goal': 'mitä yhdessä tavoitellaan ja miten siinä edetään',
  education: 'oppiminen, poissaolot, koulun tuki',
  social: 'perheen tilanne ja sosiaalihuollon työ',
  health: 'terveys, mielenterveys ja hoito',
  substance: 'päihteiden käyttö ja päihdetyö',
  hypothesis: 'systeemisen tiimin keskeneräiset ajatukset',
  'child-voice': 'mitä lapsi on itse sanonut',
  safety: 'osoite, turvakielto ja turvallisuussuunnitelma',
} as const;

/** A minor's capacity, as assessed. */
export const capacity = {
  understands: 'Lapsi ymmärtää asian',
  'does-not-understand': 'Lapsi ei ymmärrä asiaa',
} as const;
export const capacityHint = {
  understands: 'Lapsi päättää itse. Huoltaja ei voi kieltää eikä suostua hänen puolestaan.',
  'does-not-understand': 'Lapsen sana kirjataan, mutta asiasta päättävät huoltajat.',
} as const;
