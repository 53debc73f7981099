// To whom: the services of child protection in the directory.
import { createMemo, type JSX, Show } from 'solid-js';
import type { Service } from '../../shared/services.ts';
import { wordsFor } from '../api/problem-words.ts';
import type { useServices } from '../consultations/service-choice.tsx';
import { serviceName } from '../consultations/words.ts';
import { compare } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { RadioGroup } from '../ui/choice.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';

export const receiversIn = (services: readonly Service[] | undefined): Service[] =>
  (services ?? [])
    .filter((one) => one.kind === 'child-protection' && one.endedAt === null)
    .toSorted((a, b) => compare(serviceName(a), serviceName(b)));

const agencyOf = (one: Service): string => (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi);

export function Whom(props: {
  services: ReturnType<typeof useServices>;
  value: string;
  error: string | undefined;
  onChoose: (serviceId: string) => void;
}): JSX.Element {
  const options = createMemo(() =>
    receiversIn(props.services.data).map((one) => ({
      value: one.id,
      label: serviceName(one),
      hint: agencyOf(one),
    })),
  );
  return (
    <Show when={!props.services.isPending} fallback={<Skeleton lines={2} />}>
      <Show
        when={props.services.data}
        fallback={
          <ErrorNotice onRetry={() => void props.services.refetch()}>
            {wordsFor(props.services.error)}
          </ErrorNotice>
        }
      >
        <Show when={options().length > 0} fallback={<Notice tone="amber">{t('welfare.whomNone')}</Notice>}>
          <RadioGroup
            label={t('welfare.whomLabel')}
            value={props.value}
            options={options()}
            error={props.error}
            onChange={props.onChoose}
          />
        </Show>
      </Show>
    </Show>
  );
}
