// Somebody comes into a service: found by name or profession, with a role, and until when if that is known.
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Service, ServiceMember, ServiceRole } from '../../shared/services.ts';
import { serviceRoles } from '../../shared/services.ts';
import { useAdministration } from '../administration/administration-query.ts';
import { agencyName } from '../cases/members-words.ts';
import { isoDay, momentOf } from '../i18n/dates.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { type FoundPerson, PeopleFound } from '../ui/people-found.tsx';
import shapes from '../ui/shapes.module.css';
import { TextInput } from '../ui/text-input.tsx';

const most = 8;

/** Midnight after a day in Helsinki, which is that day's end. */
const endOf = (day: string): string => {
  const next = isoDay(new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000));
  return momentOf(next, '00:00').toISOString();
};

export function AddMember(props: {
  of: Service;
  members: readonly ServiceMember[];
  busy: boolean;
  onAdd: (affiliationId: string, role: ServiceRole, endsAt: string | null) => Promise<void>;
  onClose: () => void;
}): JSX.Element {
  const administration = useAdministration();
  const [typed, setTyped] = createSignal('');
  const [chosen, setChosen] = createSignal<FoundPerson>();
  const [role, setRole] = createSignal<ServiceRole>('expert');
  const [until, setUntil] = createSignal('');
  const candidates = createMemo((): FoundPerson[] => {
    if (!administration.isSuccess) return [];
    const { agencies, people } = administration.data;
    const inside = new Set(props.members.map((one) => one.affiliationId));
    const wanted = typed().trim().toLocaleLowerCase('fi');
    return people
      .filter((person) => person.endedAt === null)
      .flatMap((person) =>
        person.affiliations
          .filter((one) => one.endsAt === null && !inside.has(one.id) && one.profession !== 'administrator')
          .filter((one) => props.of.kind === 'standing-team' || one.agencyId === props.of.agencyId)
          .flatMap((one) => {
            const agency = agencies.find((each) => each.id === one.agencyId);
            if (!agency) return [];
            return [
              {
                key: one.id,
                name: person.name,
                words: t(`profession.${one.profession}`),
                agencyKind: agency.kind,
                agencyName: agencyName(agency),
              },
            ];
          }),
      )
      .filter((one) => `${one.name} ${one.words}`.toLocaleLowerCase('fi').includes(wanted))
      .sort((a, b) => compare(a.name, b.name))
      .slice(0, most);
  });
  return (
    <div class={shapes.panel}>
      <Show
        when={chosen()}
        fallback={
          <>
            <TextInput type="search" label={t('service.findPerson')} value={typed()} onInput={setTyped} />
            <PeopleFound people={candidates()} nobody={t('service.nobodyFound')} onChoose={setChosen} />
            <div>
              <Button size="small" onClick={() => props.onClose()}>
                {t('ui.cancel')}
              </Button>
            </div>
          </>
        }
      >
        {(one) => (
          <>
            <p>
              <strong>{one().name}</strong>{' '}
              <span class="quiet">
                {one().words}, {one().agencyName}
              </span>
            </p>
            <RadioGroup
              label={t('service.role')}
              value={role()}
              options={serviceRoles.map((each) => ({ value: each, label: t(`serviceRole.${each}`) }))}
              onChange={setRole}
            />
            <DateInput
              label={t('service.until')}
              hint={t('service.untilHint')}
              optional
              min={isoDay(new Date())}
              value={until()}
              onDate={setUntil}
            />
            <div class={shapes.ways}>
              <Button size="small" onClick={() => setChosen(undefined)}>
                {t('ui.cancel')}
              </Button>
              <Button
                size="small"
                kind="primary"
                busy={props.busy}
                onClick={() => void props.onAdd(one().key, role(), until() === '' ? null : endOf(until()))}
              >
                {t('service.addMember')}
              </Button>
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
