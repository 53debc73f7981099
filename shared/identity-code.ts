// Finnish personal identity codes (henkilötunnus), as the decree on the population information system 128/2010 forms them and
// with the signs of the century that were added in 2023.

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The century that a sign stands for. */
export const centuries: Readonly<Record<string, number>> = {
  '+': 1800,
  ...Object.fromEntries([...'-YXWVU'].map((sign) => [sign, 1900])),
  ...Object.fromEntries([...'ABCDEF'].map((sign) => [sign, 2000])),
};

export const isDate = (day: number, month: number, year: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** The check character of six digits of a date and an individual number. */
export const checkCharacterOf = (date: string, individual: string): string =>
  checkCharacters[Number(`${date}${individual}`) % 31] ?? '';

const shape = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([\dA-Y])$/;

/** The code as it is written in registers, and the day of birth in it; null for what is none. */
export const identityCodeIn = (text: string): { code: string; birthDate: string } | null => {
  const code = text.replace(/\s/g, '').toUpperCase();
  const [, day = '', month = '', year = '', sign = '', individual = '', check] = shape.exec(code) ?? [];
  const fullYear = (centuries[sign] ?? 0) + Number(year);
  if (!isDate(Number(day), Number(month), fullYear)) return null;
  if (checkCharacterOf(`${day}${month}${year}`, individual) !== check) return null;
  return { code, birthDate: `${fullYear}-${month}-${day}` };
};
