// Access-log rows, written in the reading transaction before anything leaves the server. One row per person, acting
// affiliation, object opened and purpose; one row for a list.
import { kept } from '../platform/db/kept.ts';
import { atLast, type Tx } from '../platform/db/transaction.ts';
import type { Actor } from './actor.ts';

export type View = {
  kind: string;
  caseId: string | null;
  objectId: string | null;
  purpose: string;
  detail?: Record<string, string | number>;
};

type Row = {
  at: Date;
  person_id: string;
  affiliation_id: string | null;
  case_id: string | null;
  kind: string;
  object_id: string | null;
  purpose: string;
  detail: string | null;
};
const logRow = kept((db, { at, person_id, affiliation_id, case_id, kind, object_id, purpose, detail }: Row) =>
  db
    .insertInto('access_log')
    .values({ at, person_id, affiliation_id, case_id, kind, object_id, purpose, detail }),
);

/** Goes with the commit: nothing leaves the server before it, and nothing without it. */
export const logView = async (tx: Tx, actor: Actor, at: Date, view: View): Promise<void> => {
  atLast(
    tx,
    logRow({
      at,
      person_id: actor.personId,
      affiliation_id: actor.affiliation?.id ?? null,
      case_id: view.caseId,
      kind: view.kind,
      object_id: view.objectId,
      purpose: view.purpose,
      detail: view.detail === undefined ? null : JSON.stringify(view.detail),
    }),
  );
};
