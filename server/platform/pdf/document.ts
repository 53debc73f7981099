// A document that leaves the house: facts, then sections with their texts, each page with who received it. The same as a PDF and as
// plain text.
import { readFileSync } from 'node:fs';
import { renderPdf } from './render-pdf.ts';

/** A text under its label; without a label it stands by itself. `quoted`: in somebody's own words. */
export type DocumentItem = { readonly label: string; readonly text: string; readonly quoted: boolean };
export type DocumentSection = {
  readonly heading: string;
  /** Who wrote it, and when. */
  readonly by: string;
  /** What is said instead of a text that the recipient may not read. */
  readonly withheld: string | null;
  readonly items: readonly DocumentItem[];
};
export type WrittenDocument = {
  readonly language: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly note: string | null;
  readonly sections: readonly DocumentSection[];
  readonly signatures?: { readonly heading: string; readonly lines: readonly string[] };
  readonly hash?: { readonly label: string; readonly value: string };
  readonly footer: string;
  /** The word before the number of a page. */
  readonly page: string;
};

const template = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');

/** @param at the document's date */
export const documentPdf = (document: WrittenDocument, at: Date): Promise<Buffer> =>
  renderPdf(template, document, at);

const underlined = (heading: string, line: string): string => `${heading}\n${line.repeat(heading.length)}`;
const ofItem = ({ label, text }: DocumentItem): string => (label === '' ? text : `${label}:\n${text}`);

/** For pasting into another system: no line is broken that its writer did not break. */
export const documentText = ({ title, facts, note, sections, footer }: WrittenDocument): string =>
  [
    underlined(title, '='),
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    note ?? '',
    ...sections.map(({ heading, by, withheld, items }) =>
      [underlined(heading, '-'), by, withheld ?? '', ...items.map(ofItem)]
        .filter((part) => part.trim() !== '')
        .join('\n\n'),
    ),
    footer,
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .concat('\n');
