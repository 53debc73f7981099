// The reading of PDFs that other tests lean on.
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pdfText } from './pdf-text.ts';

const stream = (head: string, bytes: Buffer): string =>
  `<<\n  /Length ${bytes.length}\n  ${head}\n>>\nstream\n${bytes.toString('latin1')}\nendstream`;

/** One page that says `glyphs` of a font whose first glyphs are letters. */
const pageWith = (content: Buffer): Buffer =>
  Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj',
      '<< /Type /Page /Font << /f0 2 0 R >> /Contents 4 0 R >>',
      'endobj',
      '2 0 obj',
      '<< /ToUnicode 3 0 R >>',
      'endobj',
      '3 0 obj',
      stream('', Buffer.from('<0001> <0041>\n<0002> <0042>')),
      'endobj',
      '4 0 obj',
      stream('/Filter /FlateDecode', content),
      'endobj',
    ].join('\n'),
    'latin1',
  );

test('a page is read whole also where its compressed bytes end like a line', () => {
  let ends = 0;
  for (let n = 0; n < 1_000 && ends < 3; n += 1) {
    const content = deflateSync(`/f0 12 Tf (\\0\\1\\0\\2) Tj % ${'a'.repeat(n)}`);
    if (content.at(-1) !== 0x0d && content.at(-1) !== 0x0a) continue;
    ends += 1;
    expect(pdfText(pageWith(content))).toBe('AB');
  }
  expect(ends).toBe(3);
});
