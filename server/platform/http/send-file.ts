// A file that leaves the house, made for one reader: saved under its name, kept by nothing on the way.
import type { FastifyReply } from 'fastify';

export const sendFile = (
  reply: FastifyReply,
  type: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Buffer },
): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(bytes);
