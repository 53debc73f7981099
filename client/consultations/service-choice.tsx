// To whom: the services that can be asked, those that advise on this first, each with how soon it has answered.
import { useQuery } from '@tanstack/solid-query';
import { createMemo, type JSX, Show } from 'solid-js';
import type { DraftFields } from '../../shared/consultation.ts';
import { listServices, type Service } from '../../shared/services.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { compare, language } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { RadioGroup } from '../ui/choice.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { serviceName } from './words.ts';

export const servicesKey = ['services'] as const;

export const useServices = () =>
  useQuery(() => ({
    queryKey: servicesKey,
    queryFn: async ({ signal }) => (await call(listServices, { signal })).services,
    reconcile: 'id',
  }));

export const advisesOn = (one: Service): string => (locale() === 'sv' ? one.advisesSv : one.advisesFi);

export const measuredWords = (one: Service): string =>
  one.measuredHours === null ? t('service.notMeasured') : t('service.measured', { count: one.measuredHours });

export const languagesOf = (one: Pick<Service, 'languages'>): string =>
  one.languages.map(language).join(', ');

/** Why it takes no such request; undefined where it does. */
const refusal = (one: Service, anonymous: boolean): string | undefined => {
  if (anonymous && !one.takesAnonymous) return t('ask.whomRefusesAnonymous');
  return !anonymous && !one.takesNamed ? t('ask.whomRefusesNamed') : undefined;
};

export function ServiceChoice(props: {
  services: ReturnType<typeof useServices>;
  fields: DraftFields;
  error: string | undefined;
  onChoose: (serviceId: string) => void;
}): JSX.Element {
  const fits = (one: Service) => props.fields.area !== null && one.areas.includes(props.fields.area);
  const options = createMemo(() =>
    (props.services.data ?? [])
      .filter((one) => one.endedAt === null && one.can.includes('ask'))
      .sort((a, b) => Number(fits(b)) - Number(fits(a)) || compare(serviceName(a), serviceName(b)))
      .map((one) => ({
        value: one.id,
        label: serviceName(one),
        hint: [
          refusal(one, props.fields.anonymous) ?? advisesOn(one),
          `${languagesOf(one)} · ${measuredWords(one)}`,
        ].join(' '),
        disabled: refusal(one, props.fields.anonymous) !== undefined,
      })),
  );
  return (
    <Show when={!props.services.isPending} fallback={<Skeleton lines={3} />}>
      <Show
        when={props.services.data}
        fallback={
          <ErrorNotice onRetry={() => void props.services.refetch()}>
            {wordsFor(props.services.error)}
          </ErrorNotice>
        }
      >
        <Show when={options().length > 0} fallback={<p>{t('ask.whomNone')}</p>}>
          <RadioGroup
            label={t('ask.whomLabel')}
            hint={t('ask.whomHint')}
            value={props.fields.serviceId ?? ''}
            options={options()}
            error={props.error}
            onChange={props.onChoose}
          />
        </Show>
      </Show>
    </Show>
  );
}
