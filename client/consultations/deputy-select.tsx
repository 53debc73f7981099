// Who goes on with a request for its asker: a colleague of the same agency, or nobody.
import { useQuery } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import { listColleagues } from '../../shared/absences.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Select } from '../ui/select.tsx';

const nobody = 'nobody';

/** Everybody of the agency but oneself. */
export const useColleagues = () => {
  const query = useQuery(() => ({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call(listColleagues, { signal }),
  }));
  return () =>
    (query.isSuccess ? query.data.colleagues : []).filter((one) => one.personId !== session()?.personId);
};

export function DeputySelect(props: {
  label: string;
  value: string | null;
  onChange: (affiliationId: string | null) => void;
}): JSX.Element {
  const others = useColleagues();
  return (
    <Select
      label={props.label}
      hint={t('consultation.deputyHint')}
      value={props.value ?? nobody}
      options={[
        { value: nobody, label: t('consultation.deputyNobody') },
        ...others().map((one) => ({
          value: one.affiliationId,
          label: `${one.name}, ${t(`profession.${one.profession}`)}`,
        })),
      ]}
      onChange={(one) => props.onChange(one === nobody ? null : one)}
    />
  );
}
