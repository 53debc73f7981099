// The way of a draft to the service that receives it: saved whole, sent, and gone here as there.
import { useNavigate } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { sendWelfareNotification } from '../../shared/welfare-notifications.ts';
import { call } from '../api/call.ts';
import { createSending, type Sending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { consultationsKey } from '../live/index.ts';
import { announce } from '../ui/announcer.tsx';
import type { Form } from '../writing/form.ts';
import { bodyOf } from './notification-form.ts';

export type Notifying = Pick<Sending, 'busy' | 'problem'> & { readonly send: () => Promise<void> };

export const useNotifying = (
  form: () => Form,
  consultationId: () => string | null,
  serviceId: () => string,
): Notifying => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = createSending();
  const around = (formId: string | null) => ({
    serviceId: serviceId(),
    consultationId: consultationId(),
    formId,
  });
  const send = async (): Promise<void> => {
    let id = '';
    const done = await sending.send(bodyOf(form().text, around(null)), async (key) => {
      await form().settle();
      const body = bodyOf(form().text, around(form().id()));
      id = (await call(sendWelfareNotification, { body, key })).id;
    });
    if (!done) return;
    form().used();
    void queries.invalidateQueries({ queryKey: consultationsKey });
    announce(t('welfare.sent'));
    navigate(`/welfare-notifications/${id}`, { replace: true, state: { sent: true } });
  };
  return { busy: sending.busy, problem: sending.problem, send };
};
