// How a memo and its parts are told of in words. Nothing is decided here.
import type { Memo, MemoContent, MemoHead, MemoPartShown, MemoWriter } from '../../shared/memo.ts';
import { date, day } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { phaseTitle } from '../meetings/room/phase-words.ts';
import { clockOf } from '../meetings/words.ts';

/** "Leena Kallio, sosiaalityöntekijä, Rannikon lastensuojelu" */
export const writerWords = (one: MemoWriter): string =>
  [
    one.name,
    one.profession === null ? '' : t(`profession.${one.profession}`),
    (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi) ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export const nameAt = (content: MemoContent, index: number | null): string =>
  index === null ? '' : (content.writers[index]?.name ?? '');

type Named = Pick<MemoPartShown, 'part' | 'agencyNameFi' | 'agencyNameSv'>;
export const partTitle = ({ part, agencyNameFi, agencyNameSv }: Named): string =>
  part === 'agency'
    ? t('memo.agencyPart', { agency: (locale() === 'sv' ? agencyNameSv : agencyNameFi) ?? '' })
    : t(part === 'shared' ? 'memo.sharedPart' : 'memo.teamPart');

/** "Viikkokokous, ti 24.11. klo 9.00–9.40" */
export const discussedWhen = ({
  kind,
  fromAt,
  untilAt,
}: Pick<Memo | MemoHead, 'kind' | 'fromAt' | 'untilAt'>): string =>
  `${t(`meetingKind.${kind}`)}, ${day(fromAt)} ${clockOf(fromAt, untilAt)}`;

export const sectionTitle = ({ phase, title }: MemoContent['sections'][number]): string =>
  title ?? (phase === null ? '' : phaseTitle({ key: phase, minutes: 1, part: 'none' }));

export const dueWords = (dueOn: string | null): string =>
  dueOn === null ? '' : t('memo.due', { date: date(dueOn) });

/** A part as plain lines, for comparing: what stands under which heading. */
export const linesOf = (content: MemoContent): { readonly title: string; readonly text: string }[] => {
  const said = (title: string, all: readonly { text: string }[]) => all.map(({ text }) => ({ title, text }));
  return [
    ...(content.question ? said(t('memo.question'), [content.question]) : []),
    ...content.sections.map((one) => ({
      title: sectionTitle(one),
      text: one.lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n'),
    })),
    ...said(t('memo.childVoice'), content.childVoice),
    ...said(t('memo.hypothesis'), content.hypotheses),
    ...content.decisions.map(({ text, differs }) => ({
      title: t('memo.decision'),
      text: [text, differs].filter((part) => part !== '').join('\n'),
    })),
    ...content.steps.map(({ text, doer, dueOn }) => ({
      title: t('memo.steps'),
      text: [text, nameAt(content, doer), dueWords(dueOn)].filter((part) => part !== '').join(' · '),
    })),
  ].filter(({ text }) => text.trim() !== '');
};
