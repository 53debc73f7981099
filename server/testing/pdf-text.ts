// What a reader can copy from a PDF of ours: every glyph through the character map of its own font. Knows the one
// way in which our documents are written, no other.
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, string>;

/** As long as the object says. Compressed bytes may end like a line does, so no line break tells where they end. */
const streamOf = (body: string): string => {
  const begins = /stream\r?\n/.exec(body);
  const from = begins ? begins.index + begins[0].length : body.length;
  const found = body.slice(from, from + Number(/\/Length (\d+)(?! \d+ R)/.exec(body)?.[1] ?? 0));
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
const unescaped = (written: string): string =>
  written.replace(/\\(?:([0-7]{1,3})|(.))/gs, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
  );

/** Where the string that begins at `from` ends: parentheses within it may be balanced instead of escaped. */
const endOfString = (content: string, from: number): number => {
  for (let depth = 0, at = from; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')' && --depth === 0) return at;
  }
  return content.length;
};

const wordsOf = (content: string, fonts: ReadonlyMap<string, Map<number, string>>): string => {
  const token = /\(|\/(\w+)|([A-Za-z]+)/g;
  let [name, glyphs, pending, words]: [string, Map<number, string> | undefined, string, string] = [
    '',
    undefined,
    '',
    '',
  ];
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [, named, operator] = found;
    if (named !== undefined) name = named;
    else if (operator === undefined) {
      const end = endOfString(content, found.index);
      const bytes = unescaped(content.slice(found.index + 1, end));
      for (let i = 0; i + 1 < bytes.length; i += 2) {
        pending += glyphs?.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
      }
      token.lastIndex = end + 1;
    } else if (operator === 'Tf') glyphs = fonts.get(name);
    else if (operator === 'Tj' || operator === 'TJ') {
      words += pending;
      pending = '';
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
