// Files for tests, made here byte for byte, and the routes that take and give them.
import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { fileNameHeader } from '../../shared/attachment.ts';
import {
  attachToConsultation,
  attachToDraft,
  getAttachmentFile,
} from '../../shared/consultation-attachments.ts';
import type { Person, World } from './open-world.ts';

export const aText = Buffer.from('Havaintoja syksyltä. Oppilas on ollut väsynyt.\n');
export const aPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
);
/** One grey point. */
export const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

type Answer = { status: number; id: string; error: string | null; detail: unknown };
export type Sent = { name?: string; key?: string; type?: string };

const upload = async (
  world: World,
  who: Person,
  url: string,
  bytes: Buffer | string,
  { name = 'tiedosto.txt', key = randomUUID(), type = 'application/octet-stream' }: Sent = {},
): Promise<Answer> => {
  const answer = await world.app.inject({
    method: 'POST',
    url,
    payload: bytes,
    headers: {
      origin: 'http://localhost:3000',
      cookie: who.cookie,
      'x-rinki-token': who.session.csrfToken,
      'idempotency-key': key,
      'content-type': type,
      [fileNameHeader]: encodeURIComponent(name),
    },
  });
  const body = answer.json();
  return { status: answer.statusCode, id: body.id ?? '', error: body.error ?? null, detail: body.detail };
};

export const toDraft = (world: World, who: Person, draftId: string, bytes: Buffer | string, sent?: Sent) =>
  upload(world, who, attachToDraft.path.replace(':draftId', draftId), bytes, sent);
export const toRequest = (world: World, who: Person, id: string, bytes: Buffer | string, sent?: Sent) =>
  upload(world, who, attachToConsultation.path.replace(':consultationId', id), bytes, sent);

export const download = (world: World, who: Person, id: string): Promise<LightMyRequestResponse> =>
  world.app.inject({
    url: getAttachmentFile.path.replace(':attachmentId', id),
    headers: { cookie: who.cookie },
  });
