// Routes of memos.
import * as contract from '../../shared/memo.ts';
import { actorOf, callOf } from '../access/request.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { listMemos, readMemo, readMemoVersion } from './read-memo.ts';
import { correctMemo, signMemo } from './sign-memo.ts';
import { takeMemoPdf, takeMemoText } from './take-memo.ts';
import { transferMemo } from './transfer-memo.ts';
import { writeInMemo } from './write-in-memo.ts';

export const memoRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.listMemos, async ({ request, query }) =>
    listMemos(server, actorOf(request), { caseId: query.caseId ?? null, kept: query.kept === 'true' }),
  );
  serve(app, contract.getMemo, async ({ request, params }) =>
    readMemo(server, actorOf(request), params.itemId),
  );
  serve(app, contract.getMemoVersion, async ({ request, params }) =>
    readMemoVersion(server, actorOf(request), params.memoVersionId),
  );
  serve(app, contract.signMemo, async ({ request, params, body }) =>
    signMemo(server, callOf(request), params.memoPartId, body),
  );
  serve(app, contract.correctMemo, async ({ request, params, body }) =>
    correctMemo(server, callOf(request), params.memoPartId, body),
  );
  serve(app, contract.writeInMemo, async ({ request, params, body }) =>
    writeInMemo(server, callOf(request), params.memoPartId, body.kind),
  );
  serve(app, contract.transferMemo, async ({ request, params, body }) =>
    transferMemo(server, callOf(request), params.memoVersionId, body.system),
  );
  serve(app, contract.getMemoText, async ({ request, reply, params, query }) =>
    sendFile(
      reply,
      'text/plain; charset=utf-8',
      await takeMemoText(server, actorOf(request), params.itemId, query.language),
    ),
  );
  serve(app, contract.getMemoPdf, async ({ request, reply, params, query }) =>
    sendFile(
      reply,
      'application/pdf',
      await takeMemoPdf(server, actorOf(request), params.itemId, query.language),
    ),
  );
};
