// What is read of notifications. The hint that has consultations read again has these read again too.
import { useQuery } from '@tanstack/solid-query';
import type { WelfareNotification } from '../../shared/welfare-notification.ts';
import { getWelfareNotification, listWelfareNotifications } from '../../shared/welfare-notifications.ts';
import { call } from '../api/call.ts';
import { consultationsKey } from '../live/index.ts';

const welfareKey = [...consultationsKey, 'welfare-notifications'] as const;

export const useNotifications = (enabled: () => boolean = () => true) =>
  useQuery(() => ({
    queryKey: [...welfareKey, 'list'],
    queryFn: ({ signal }) => call(listWelfareNotifications, { signal }),
    reconcile: 'id',
    enabled: enabled(),
  }));

export const useNotification = (id: () => string, enabled: () => boolean = () => true) =>
  useQuery(() => ({
    queryKey: [...welfareKey, id()],
    queryFn: async ({ signal }): Promise<WelfareNotification> =>
      (await call(getWelfareNotification, { params: { welfareNotificationId: id() }, signal })).notification,
    reconcile: 'id',
    enabled: enabled(),
  }));
