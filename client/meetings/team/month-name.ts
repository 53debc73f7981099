// "Marraskuu 2026", as a heading.
import { locale } from '../../i18n/index.ts';
import { intlTags } from '../../i18n/locale.ts';

/** @param month `YYYY-MM` */
export const monthName = (month: string): string => {
  const words = new Intl.DateTimeFormat(intlTags[locale()], {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  });
  const name = words.format(new Date(`${month}-15T12:00:00Z`));
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1);
};
