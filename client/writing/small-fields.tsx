// The other kinds of field that are saved as one answers: a line, a scale, a date, one of a list.
import { type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import type { AgencyKind } from '../ui/agency-kind.ts';
import { RadioGroup, type RadioGroupProps } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Scale } from '../ui/scale.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Address } from './address.ts';
import { type DraftField, useDraftField } from './draft-field.ts';
import { FieldTrouble } from './live-field.tsx';
import { useWritingRoom } from './room.ts';
import { SideBySide } from './side-by-side.tsx';

type Saved = {
  entry?: Pick<Entry, 'id' | 'fields'> | undefined;
  field: string;
  /** Where to save when there is no entry yet. */
  address?: Address | undefined;
  label: string;
};

const useSaved = (props: Saved): DraftField => {
  const room = useWritingRoom();
  return useDraftField(
    () => props.address ?? (props.entry ? { entryId: props.entry.id, field: props.field } : undefined),
    () => props.entry,
    () => room.alternatives(),
  );
};

/** @param props.worded what one answer of several is called */
function Around(props: {
  draft: DraftField;
  worded?: (answer: string) => string;
  children: JSX.Element;
}): JSX.Element {
  return (
    <div>
      {props.children}
      <FieldTrouble draft={props.draft} />
      <Show when={props.draft.two()}>
        {(two) => (
          <SideBySide
            two={two()}
            busy={props.draft.choosing()}
            problem={props.draft.problem()}
            worded={props.worded}
            onChoose={(text) => void props.draft.choose(text)}
          />
        )}
      </Show>
    </div>
  );
}

export function LiveLine(
  props: Saved & { hint?: string | undefined; optional?: boolean; placeholder?: string; hideLabel?: boolean },
): JSX.Element {
  const draft = useSaved(props);
  return (
    <Around draft={draft}>
      <TextInput
        label={props.label}
        hint={props.hint}
        optional={props.optional}
        hideLabel={props.hideLabel}
        placeholder={props.placeholder}
        value={draft.text()}
        readOnly={!draft.ready()}
        onInput={draft.type}
        onBlur={draft.leave}
      />
    </Around>
  );
}

export function LiveScale(
  props: Saved & { agency?: AgencyKind | undefined; low?: string; high?: string },
): JSX.Element {
  const draft = useSaved(props);
  const value = () => (draft.text() === '' ? null : Number(draft.text()));
  return (
    <Around draft={draft} worded={(answer) => answer || t('writing.noAnswer')}>
      <Scale
        label={props.label}
        agency={props.agency}
        low={props.low}
        high={props.high}
        value={value()}
        onChange={(chosen) => {
          draft.type(chosen === null ? '' : String(chosen));
          draft.leave();
        }}
      />
    </Around>
  );
}

export function LiveDate(props: Saved & { max?: string; hint?: string }): JSX.Element {
  const draft = useSaved(props);
  return (
    <Around draft={draft} worded={(answer) => (answer ? date(answer) : t('writing.noAnswer'))}>
      <DateInput
        label={props.label}
        hint={props.hint}
        max={props.max}
        value={draft.text()}
        onDate={(iso) => {
          draft.type(iso);
          draft.leave();
        }}
      />
    </Around>
  );
}

export function LiveChoice<V extends string>(
  props: Saved & Pick<RadioGroupProps<V>, 'options' | 'hint'>,
): JSX.Element {
  const draft = useSaved(props);
  const value = () => props.options.find((option) => option.value === draft.text())?.value ?? '';
  const words = (answer: string) =>
    props.options.find((option) => option.value === answer)?.label ?? t('writing.noAnswer');
  return (
    <Around draft={draft} worded={words}>
      <RadioGroup
        label={props.label}
        hint={props.hint}
        options={props.options}
        value={value()}
        onChange={(chosen) => {
          draft.type(chosen);
          draft.leave();
        }}
      />
    </Around>
  );
}
