// A draft as its asker reads it, and what is still wrong with it.
import type { z } from 'zod';
import type { checkConsultationDraft, getConsultationDraft } from '../../shared/consultations.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import type { Server } from '../server.ts';
import { findService } from '../services/index.ts';
import { findDraft, passagesOf } from './drafts.ts';
import { missingOf } from './missing-fields.ts';
import { findingsIn } from './require-unidentifying.ts';

type Draft = z.output<typeof getConsultationDraft.response>;
type Check = z.output<typeof checkConsultationDraft.response>;

const view = (draftId: string) => ({
  kind: 'consultation-draft',
  caseId: null,
  objectId: draftId,
  purpose: 'consultation',
});

export const readDraft = (server: Server, actor: Actor, draftId: string): Promise<Draft> =>
  read(server.context, actor, async (tx, at) => {
    const draft = await findDraft(tx, actor, draftId);
    await logView(tx, actor, at, view(draftId));
    return { draft };
  });

export const checkDraft = (server: Server, actor: Actor, draftId: string): Promise<Check> =>
  read(server.context, actor, async (tx, at) => {
    const { rev, fields } = await findDraft(tx, actor, draftId);
    const service = fields.serviceId === null ? undefined : await findService(tx, fields.serviceId);
    await logView(tx, actor, at, view(draftId));
    return {
      rev,
      findings: fields.anonymous ? findingsIn(passagesOf(fields)) : [],
      missing: missingOf(fields, service, actor.affiliation?.agencyId ?? ''),
    };
  });
