// Whose consent or prohibition it is: each guardian by name, the child with what they understand of it, or another person.
import { For, type JSX, Show } from 'solid-js';
import { capacities } from '../../shared/vocabulary.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Checkbox, RadioGroup } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useCase } from './case-room.tsx';
import { guardiansOn } from './guardians.ts';
import type { GroundDraft } from './invitation.ts';
import styles from './members.module.css';

const byPerson = ['child-consent', 'guardian-consent', 'disclosure-permission', 'joint-contact'];
const someoneElse = 'none';

type Props = {
  value: GroundDraft;
  missing: readonly string[];
  onChange: (part: Partial<GroundDraft>) => void;
};

export function GroundGivers(props: Props): JSX.Element {
  const { workspace } = useCase();
  const guardians = () => guardiansOn(workspace().relations, isoDay(new Date()));
  const byName = () => props.value.kind === 'guardian-consent' && guardians().length > 0;
  const givers = () =>
    workspace()
      .members.filter((one) =>
        props.value.kind === 'child-consent' ? one.role === 'child' : one.agencyId === null,
      )
      .map((one) => ({ value: one.personId, label: one.name }));
  const toggle = (id: string, on: boolean) => {
    const others = props.value.givenByRelations.filter((one) => one !== id);
    props.onChange({ givenByRelations: on ? [...others, id] : others });
  };
  return (
    <>
      <Show when={byName()}>
        <fieldset class={styles.classes}>
          <legend>{t('members.givenBy')}</legend>
          <p class="quiet">{t('members.guardiansHint')}</p>
          <For each={guardians()}>
            {(one) => (
              <Checkbox
                label={one.name}
                checked={props.value.givenByRelations.includes(one.id)}
                onChange={(on) => toggle(one.id, on)}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={byPerson.includes(props.value.kind) && !byName()}>
        <Select
          label={t('members.givenBy')}
          optional
          value={props.value.givenBy || someoneElse}
          options={[...givers(), { value: someoneElse, label: t('members.giverOther') }]}
          onChange={(giver) => props.onChange({ givenBy: giver === someoneElse ? '' : giver })}
        />
      </Show>
      <Show when={props.value.kind === 'child-consent'}>
        <ChildCapacity {...props} />
      </Show>
    </>
  );
}

function ChildCapacity(props: Props): JSX.Element {
  return (
    <>
      <RadioGroup
        label={t('members.capacity')}
        value={props.value.capacity}
        options={capacities.map((one) => ({
          value: one,
          label: t(`capacity.${one}`),
          hint: t(`capacityHint.${one}`),
        }))}
        onChange={(capacity) => props.onChange({ capacity })}
        error={props.missing.includes('capacity') ? t('members.needCapacity') : undefined}
      />
      <TextArea
        label={t('members.capacityReason')}
        hint={t('members.capacityReasonHint')}
        value={props.value.capacityReason}
        maxLength={4000}
        onInput={(capacityReason) => props.onChange({ capacityReason })}
        error={props.missing.includes('capacityReason') ? t('members.needCapacityReason') : undefined}
      />
    </>
  );
}
