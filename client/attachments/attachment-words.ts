// How a file is told of: what it is, how large, and what has become of it.
import type { Attachment } from '../../shared/attachment.ts';
import { attachmentLimits } from '../../shared/attachment.ts';
import { CallError } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { number, when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Unfit } from './unkept.ts';

const kilobyte = 1024;
const megabyte = kilobyte * 1024;

/** 12 kt, 1,4 Mt */
export const sizeWords = (bytes: number): string =>
  bytes < megabyte
    ? t('attachment.kilobytes', { size: number(Math.ceil(bytes / kilobyte)) })
    : t('attachment.megabytes', { size: number(Math.round((bytes / megabyte) * 10) / 10) });

export const limitWords = (): string =>
  t('attachment.hint', { size: sizeWords(attachmentLimits.bytes), count: attachmentLimits.count });

export const aboutWords = (of: Attachment): string =>
  t('attachment.about', {
    kind: t(`attachmentKind.${of.kind}`),
    size: sizeWords(of.size),
    by: of.by.name,
    when: when(of.at, new Date()),
  });

/** Nothing where it can be had. */
export const stateWords = (of: Attachment): string => {
  const own = of.can.includes('remove');
  if (of.state === 'checking') return t(own ? 'attachment.checkingOwn' : 'attachment.checking');
  if (of.state === 'unchecked') return t(own ? 'attachment.uncheckedOwn' : 'attachment.unchecked');
  if (of.state === 'held') return t(own ? 'attachment.heldOwn' : 'attachment.held');
  return '';
};

/** Why it was not taken. */
export const refusedWords = (error: unknown): string => {
  const tooLarge = t('attachment.tooLarge', { size: sizeWords(attachmentLimits.bytes) });
  if (error instanceof Unfit) {
    if (error.why === 'too-large') return tooLarge;
    return t(error.why === 'empty' ? 'attachment.empty' : 'attachment.unreadable');
  }
  return error instanceof CallError && error.id === 'too-large' ? tooLarge : wordsFor(error);
};
