// Ids of streams, packed into messages that PostgreSQL takes: 22 characters each instead of 36.
import { longestMessage } from './bell.ts';

const packedLength = 22;

export const packId = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
const unpackId = (packed: string): string =>
  Buffer.from(packed, 'base64url')
    .toString('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

/** Messages that begin with the sender's name and hold the ids. */
export const packIds = (sender: string, ids: readonly string[]): string[] => {
  const perMessage = Math.floor((longestMessage - sender.length - 1) / packedLength);
  const messages: string[] = [];
  for (let from = 0; from < ids.length; from += perMessage) {
    messages.push(
      `${sender}:${ids
        .slice(from, from + perMessage)
        .map(packId)
        .join('')}`,
    );
  }
  return messages;
};

export const unpackIds = (message: string): { sender: string; ids: string[] } => {
  const [sender = '', packed = ''] = message.split(':');
  const ids: string[] = [];
  for (let at = 0; at + packedLength <= packed.length; at += packedLength)
    ids.push(unpackId(packed.slice(at, at + packedLength)));
  return { sender, ids };
};
