// Files on the page of a request, of both sides.
import { useQueryClient } from '@tanstack/solid-query';
import { type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { attachToConsultation } from '../../shared/consultation-attachments.ts';
import { upload } from '../api/upload.ts';
import { t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Section } from '../ui/section.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { unkeptBeside } from './unkept.ts';

export function RequestAttachments(props: { of: Consultation }): JSX.Element {
  const queries = useQueryClient();
  const consultationId = props.of.id;
  const unkept = unkeptBeside(
    consultationId,
    ({ file, ...given }) =>
      upload(attachToConsultation, { ...given, file, name: file.name, params: { consultationId } }),
    async (name) => {
      await queries.invalidateQueries({ queryKey: consultationsKey });
      announce(t('attachment.kept', { name }));
    },
  );
  const adds = () => props.of.can.includes('attach');
  return (
    <Show when={adds() || props.of.attachments.length + unkept.files().length > 0}>
      <Section title={t('attachment.title')}>
        <AttachmentList kept={props.of.attachments} unkept={unkept} adds={adds()} sent />
      </Section>
    </Show>
  );
}
