// Which marked details must never pass: written apart from the rules that are measured.
import type { Detail } from './texts.ts';

const alphabet = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Six digits of a date, a sign, three digits and the right check character, whatever stands between them. */
const isIdentityCode = (quote: string): boolean => {
  const bare = quote.replace(/[\s.‐-―−]/gu, (sign) => (/[‐-―−]/u.test(sign) ? '-' : '')).toUpperCase();
  const [, date, individual, check] = /^(\d{6})[-+A-FU-Y](\d{3})-?(.)$/.exec(bare) ?? [];
  if (!date || !individual) return false;
  const [day, month] = [Number(date.slice(0, 2)), Number(date.slice(2, 4))];
  const real = day >= 1 && month >= 1 && month <= 12 && day <= new Date(2024, month, 0).getDate();
  return real && alphabet[Number(`${date}${individual}`) % 31] === check;
};

/** A whole identity code that can be one, a telephone number in digits, an e-mail address with its sign. */
export const mustNeverPass = ({ kind, quote }: Detail): boolean => {
  if (kind === 'identity-code') return isIdentityCode(quote);
  if (kind === 'phone') return quote.replace(/\D/g, '').length >= 7;
  return kind === 'email' && /[^\s@]@[^\s@]+\.[^\s@]/.test(quote);
};
