// A file on its way to the server, as bytes, with how much of it has gone: the one call that `fetch` cannot make.
import { fileNameHeader } from '../../shared/attachment.ts';
import type { Route } from '../../shared/route.ts';
import { addressOf, CallError, errorOf, headersFor, tellAnswer } from './call.ts';

export type Upload = {
  readonly params: Record<string, string>;
  readonly file: File;
  readonly name: string;
  /** The same for every try of one file, so that a retry after a lost answer adds nothing twice. */
  readonly key: string;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
};

/** @throws CallError; `offline` also where it was broken off */
export const upload = (
  route: Route,
  { params, file, name, key, onProgress, signal }: Upload,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method, addressOf(route, { params }));
    const headers = {
      ...headersFor(route, { key }),
      'content-type': 'application/octet-stream',
      [fileNameHeader]: encodeURIComponent(name.toWellFormed()),
    };
    for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value);
    const lost = () => reject(new CallError('offline', null));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = lost;
    request.onabort = lost;
    request.ontimeout = lost;
    request.onload = async () => {
      const answer = new Response(request.responseText, { status: request.status });
      const error = answer.ok ? null : await errorOf(answer);
      tellAnswer(error);
      if (error) reject(error);
      else resolve();
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
