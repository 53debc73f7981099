// The two duties that a text may call for: the child welfare notification and the report to the police. Rinki reminds whoever
// asks; it never decides, and neither can be left to the consultant. Pure. (Lastensuojelulaki 417/2007, 25 §) (verify)
import type { Consultation } from '../../shared/consultation.ts';

type Area = Consultation['area'];

/** Words of violence and of sexual offences in three languages, as they begin. */
const ofViolence =
  /(?<!\p{L})(väkival|pahoinpit|hakka|hakkaa|lyö|läimäy|potki|kurist|mustelm|hyväksikäyt|seksuaal|raisk|våld|misshand|slår|slog|sparka|stryp|blåmärk|övergrepp|sexuel|utnyttj|våldtä|violen|abus|beat|hit(s|ting)?(?!\p{L})|bruis|chok|sexual|rape)/iu;
/** Areas in which a notification may be due though nothing of violence is said. */
const ofNotification: readonly Area[] = ['worry-about-home', 'violence-and-abuse', 'substances', 'self-harm'];

/** @param texts everything that was written in the request, by either side */
export const dutiesOf = (area: Area, texts: readonly string[]): Consultation['duties'] => {
  const violence = area === 'violence-and-abuse' || texts.some((text) => ofViolence.test(text));
  return { notification: violence || ofNotification.includes(area), police: violence };
};
