// The name of a file as it is kept, and what a file is by its content. Real: the recogniser, the library that knows the kinds.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { longestAttachmentName } from '../../../shared/attachment.ts';
import { aPdf, aPng, aText } from '../../testing/attachment-parts.ts';
import { cleanName, nameFrom } from './clean-name.ts';
import { fileKindOf } from './file-kind.ts';

// Names are long strings of any letters here, and each is read for what it tells.
vi.setConfig({ testTimeout: 60_000 });

test.each([
  ['Lausunto.pdf', 'Lausunto.pdf'],
  ['C:\\Users\\maria\\Lausunto.PDF', 'Lausunto.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['', '….pdf'],
  ['.pdf', 'pdf.pdf'],
  ['  . ..  ', '….pdf'],
  ['kuva.png', 'kuva.png.pdf'],
  ['kaksi   väliä\n.pdf', 'kaksi väliä.pdf'],
  ['a<b>:"c|d?*.pdf', 'a b c d.pdf'],
  // What only looks like a PDF: the ending is turned round on the screen.
  ['lasku\u202Efdp.exe', 'laskufdp.exe.pdf'],
  ['nolla\u200Bleveä\u0000.pdf', 'nollaleveä.pdf'],
  ['Ä\u0308itien.pdf'.normalize('NFD'), 'Ä\u0308itien.pdf'.normalize('NFC')],
])('%j is kept as %j', (given, kept) => {
  expect(cleanName(given, 'pdf')).toBe(kept);
});

test('an identity code, a telephone number or an address is left out of a name; a day and a word are not', () => {
  expect(cleanName('131052-308T lausunto.pdf', 'pdf')).toBe('… lausunto.pdf');
  expect(cleanName('lausunto_131052-308T_2.pdf', 'pdf')).toBe('lausunto_…_2.pdf');
  expect(cleanName('minna@example.org.pdf', 'pdf')).not.toContain('minna');
  expect(cleanName('soita 040 1234567.pdf', 'pdf')).not.toContain('1234567');
  expect(cleanName('Poissaolot 2026-11-29.pdf', 'pdf')).toBe('Poissaolot 2026-11-29.pdf');
});

test('whatever was given, a name is short, visible, has no path, and ends as its content does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanName(given, 'text');
      expect([...name].length).toBeLessThanOrEqual(longestAttachmentName);
      expect(name).toMatch(/.\.txt$/i);
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(name.isWellFormed()).toBe(true);
      expect(cleanName(name, 'text')).toBe(name);
    }),
    { numRuns: 100 },
  );
});

test('the header is percent-encoded, and what is not is no name', () => {
  expect(nameFrom(encodeURIComponent('ääkköset 1.pdf'))).toBe('ääkköset 1.pdf');
  expect(nameFrom('%E0%A4%A')).toBeNull();
  expect(nameFrom(undefined)).toBeNull();
  expect(nameFrom(['a', 'b'])).toBeNull();
});

/** A ZIP of files that are stored as they are: enough of one to be told from others. */
const zip = (files: Record<string, string>): Buffer =>
  Buffer.concat(
    Object.entries(files).map(([name, content]) => {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(20, 4);
      head.writeUInt32LE(content.length, 18);
      head.writeUInt32LE(content.length, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name), Buffer.from(content)]);
    }),
  );
const office = (type: string): Buffer =>
  zip({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`,
    'word/document.xml': '<w:document/>',
  });

test('by content: what is taken, and what only says so', async () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  for (const [kind, bytes] of [
    ['pdf', aPdf],
    ['png', aPng],
    ['text', aText],
    ['text', Buffer.from('\ufeffBOM ja ääkköset\r\n\f')],
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['docx', office(word)],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    [undefined, office('application/vnd.ms-word.document.macroEnabled')],
    [undefined, zip({ 'ohjelma.exe': 'MZ' })],
    [undefined, Buffer.from('#!/bin/sh\n\0')],
    [undefined, Buffer.from('ä', 'latin1')],
    [undefined, readFileSync(process.execPath).subarray(0, 4096)],
    [undefined, Buffer.alloc(0)],
  ] as const)
    expect([kind, await fileKindOf(bytes)]).toEqual([kind, kind]);
});

test('whatever bytes come, it answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
      await fileKindOf(Buffer.from(bytes));
      await fileKindOf(Buffer.concat([aPng.subarray(0, 20), bytes]));
      await fileKindOf(Buffer.concat([office('x').subarray(0, 40), bytes]));
    }),
    { numRuns: 300 },
  );
});
