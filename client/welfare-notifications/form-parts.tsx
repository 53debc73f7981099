// Fields of the notification that save as they are typed, each with the choice where two devices wrote in it.
import { type JSX, Show } from 'solid-js';
import { DateInput } from '../ui/date-input.tsx';
import { TextArea, type TextAreaProps } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Form } from '../writing/form.ts';
import { SideBySide } from '../writing/side-by-side.tsx';
import type { NotificationField } from './notification-form.ts';

type Part = {
  form: Form;
  field: NotificationField;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
};

/** Neither text is lost: nothing is sent before one is chosen. */
export function TwoTexts(props: { form: Form; field: NotificationField }): JSX.Element {
  const field = () => props.form.field(props.field);
  return (
    <Show when={field().two()}>
      {(two) => (
        <SideBySide
          two={two()}
          busy={field().choosing()}
          problem={field().problem()}
          onChoose={(text) => void field().choose(text)}
        />
      )}
    </Show>
  );
}

const ties = (props: Part) => ({
  get label() {
    return props.label;
  },
  get hint() {
    return props.hint;
  },
  get error() {
    return props.error;
  },
  get optional() {
    return props.optional;
  },
  get value() {
    return props.form.text(props.field);
  },
});

export function FormLine(
  props: Part & { max: number; inputMode?: 'tel'; autocapitalize?: 'characters' },
): JSX.Element {
  return (
    <div>
      <TextInput
        {...ties(props)}
        maxLength={props.max}
        inputmode={props.inputMode}
        autocapitalize={props.autocapitalize}
        onInput={(text) => props.form.type(props.field, text)}
        onBlur={() => props.form.field(props.field).leave()}
      />
      <TwoTexts form={props.form} field={props.field} />
    </div>
  );
}

export function FormText(
  props: Part & { max: number; rows: number; look?: TextAreaProps['look'] },
): JSX.Element {
  return (
    <div>
      <TextArea
        {...ties(props)}
        rows={props.rows}
        look={props.look}
        spellcheck={true}
        maxLength={props.max}
        onInput={(text) => props.form.type(props.field, text)}
        onBlur={() => props.form.field(props.field).leave()}
      />
      <TwoTexts form={props.form} field={props.field} />
    </div>
  );
}

export function FormDate(props: Part & { max: string }): JSX.Element {
  return (
    <div>
      <DateInput
        {...ties(props)}
        max={props.max}
        onDate={(iso) => {
          props.form.type(props.field, iso);
          props.form.field(props.field).leave();
        }}
      />
      <TwoTexts form={props.form} field={props.field} />
    </div>
  );
}
