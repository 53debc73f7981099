// Files beside a draft. The draft is saved before the first byte goes, since the server asks whether it names the child.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createEffect, type JSX, Show } from 'solid-js';
import { attachToDraft, listDraftAttachments } from '../../shared/consultation-attachments.ts';
import { CallError, call } from '../api/call.ts';
import { upload } from '../api/upload.ts';
import type { OpenedDraft } from '../consultations/use-draft.ts';
import { t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './attachment.module.css';
import { AttachmentList } from './attachment-list.tsx';
import { alsoBeside, type UnkeptFiles, unkeptBeside } from './unkept.ts';

/** How many are kept, and how many are not yet. */
export type DraftFiles = {
  readonly kept: () => readonly Parameters<typeof AttachmentList>[0]['kept'][number][];
  readonly unkept: UnkeptFiles;
};

export const useDraftFiles = (opened: OpenedDraft): DraftFiles => {
  const queries = useQueryClient();
  const id = () => opened.state().id;
  const key = () => [...consultationsKey, 'drafts', id(), 'attachments'];
  const query = useQuery(() => ({
    queryKey: key(),
    queryFn: async ({ signal }) =>
      (await call(listDraftAttachments, { params: { draftId: id() ?? '' }, signal })).attachments,
    enabled: id() !== null && opened.state().kind !== 'gone',
    reconcile: 'id',
  }));
  const unkept = unkeptBeside(
    id() ?? opened.draft,
    async ({ file, ...given }) => {
      // Begun with its first file, where nothing was written yet.
      if (id() === null) opened.draft.change({});
      if (!(await opened.draft.settle())) throw new CallError('offline', null);
      await upload(attachToDraft, { ...given, file, name: file.name, params: { draftId: id() ?? '' } });
    },
    async (name) => {
      await queries.invalidateQueries({ queryKey: key() });
      announce(t('attachment.kept', { name }));
    },
  );
  createEffect(() => {
    const now = id();
    if (now !== null) alsoBeside(now, unkept);
  });
  return { kept: () => (query.isSuccess ? query.data : []), unkept };
};

export function DraftAttachments(props: { files: DraftFiles; anonymous: boolean }): JSX.Element {
  const any = () => props.files.kept().length + props.files.unkept.files().length > 0;
  return (
    <fieldset class={styles.part}>
      <legend>{t('attachment.title')}</legend>
      <Show when={props.anonymous}>
        <Show when={any()} fallback={<p class="quiet">{t('attachment.anonymous')}</p>}>
          <Notice tone="amber">{t('attachment.anonymousHas')}</Notice>
        </Show>
      </Show>
      <AttachmentList
        kept={props.files.kept()}
        unkept={props.files.unkept}
        adds={!props.anonymous}
        sent={false}
      />
    </fieldset>
  );
}
