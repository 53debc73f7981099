// What a reader can copy from a PDF of ours: every glyph through the character map of its own font. Knows the one
// way in which our documents are written, no other.
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, string>;

const streamOf = (body: string): string => {
  const found = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1] ?? '';
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(found, 'latin1')).toString('latin1') : found;
};

const fromHex = (text: string): string => Buffer.from(text, 'hex').swap16().toString('utf16le');

const glyphsOf = (objects: Objects, font: string): Map<number, string> => {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '';
  const glyphs = new Map<number, string>();
  for (const [, code = '', text = ''] of streamOf(objects.get(map) ?? '').matchAll(/^<(\w{4})> <(\w+)>$/gm)) {
    glyphs.set(Number.parseInt(code, 16), fromHex(text));
  }
  return glyphs;
};

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const literal = (written: string): string =>
  written.replace(/\\(?:([0-7]{1,3})|(.))/gs, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
  );

const wordsOf = (content: string, fonts: ReadonlyMap<string, Map<number, string>>): string => {
  let glyphs: Map<number, string> | undefined;
  let words = '';
  for (const [, font, shown] of content.matchAll(
    /\/(f\d+) [\d.]+ Tf|((?:\((?:\\.|[^\\)])*\)|[-\d. [\]])+) TJ?\b/gs,
  )) {
    if (font !== undefined) glyphs = fonts.get(font);
    for (const [, piece = ''] of (shown ?? '').matchAll(/\(((?:\\.|[^\\)])*)\)/gs)) {
      const bytes = literal(piece);
      for (let i = 0; i + 1 < bytes.length; i += 2)
        words += glyphs?.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
    }
  }
  return words;
};

/** The text of all pages, without spaces and line breaks, which depend on how it was set. */
export const pdfText = (pdf: Buffer): string => {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(/\n(\d+) 0 obj([\s\S]*?)endobj/g))
    objects.set(id, body);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\s/.test(body));
  const text = pages.map((page) => {
    const fonts = new Map(
      [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
        name,
        glyphsOf(objects, id),
      ]),
    );
    return wordsOf(streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? ''), fonts);
  });
  return text.join('').replace(/[\s\u00ad]/g, '');
};
