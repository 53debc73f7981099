// Finnish personal identity codes (henkilötunnus) in a text: whole, with a mistake in them, or a piece of one.
import { centuries, checkCharacterOf, isDate } from '../../../shared/identity-code.ts';
import type { Span } from './spans.ts';

// Never a piece of a longer number or word; with spaces or points wherever people put them only where the check character is right.
const codeShape =
  /(?<![\p{L}\d])(\d{2})[ .]?(\d{2})[ .]?(\d{2}) ?([-+A-FU-Y]) ?(\d{3}) ?-?([\dA-Y])(?![\p{L}\d])/giu;
const spacedShape =
  /(?<!\d)(\d ?\d)[ .]{0,2}(\d ?\d)[ .]{0,2}(\d ?\d)\s{0,2}([-+A-FU-Y])\s{0,2}(\d ?\d ?\d)\s{0,2}-? ?([\dA-Y])(?![\p{L}\d])/giu;

// The beginning or the end alone, where the text says that it is one.
const pieceShape =
  /(?<![\p{L}\d])(?:hetu\p{L}{0,8}|henkilötunnu\p{L}{0,10}|sotu\p{L}{0,8}|personbeteckning\p{L}{0,4}|personnummer|identity (?:code|number)|social security number)[^\d\n]{0,24}?(\d{6}[-+A-FU-Y]?(?:\d{1,4})?|[-+A-FU-Y]?\d{3}[\dA-Y])(?![\p{L}\d])/giu;
const startShape = /(?<![\p{L}\d./-])\d{6}[-+AYXWVUBCDEF](?![\p{L}\d])(?:X{2,4}|\*{2,4}|_{2,4})?/gu;
const maskedShape = /(?<![\p{L}\d])\d{6}[-+A]\d{0,3}[xX*?]{1,4}(?![\p{L}\d])/gu;

/** Codes of a real date with the right check character are certain; with a digit or sign wrong, or a piece of one, is likely. */
export const identityCodes = (text: string): Span[] => {
  const read = (shape: RegExp): Span[] =>
    [...text.matchAll(shape)].map((match) => {
      const [written, ...parts] = match;
      const [day = '', month = '', year = '', sign = '', individual = '', check = ''] = parts.map((part) =>
        part.replaceAll(' ', ''),
      );
      const century = centuries[sign.toUpperCase()] ?? 0;
      const real = isDate(Number(day), Number(month), century + Number(year));
      const right = checkCharacterOf(`${day}${month}${year}`, individual) === check.toUpperCase();
      return { from: match.index, to: match.index + written.length, certain: real && right };
    });
  const whole = [...read(codeShape), ...read(spacedShape).filter((span) => span.certain)];
  const pieces = [pieceShape, startShape, maskedShape].flatMap((shape) =>
    [...text.matchAll(shape)].map((match): Span => {
      const to = match.index + match[0].length;
      return { from: to - (match[1] ?? match[0]).length, to, certain: false };
    }),
  );
  return [...whole, ...pieces];
};
