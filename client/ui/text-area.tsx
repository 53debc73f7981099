// Text of any length. The box grows with what is written, so that no sentence hides behind a scroll bar.
import { createEffect, For, type JSX, on, onMount, Show, splitProps } from 'solid-js';
import styles from './field.module.css';
import { Field, type FieldProps, notOnDisk } from './field.tsx';
import { pieces, type TextMark } from './text-marks.ts';

type Native = Omit<
  JSX.TextareaHTMLAttributes<HTMLTextAreaElement>,
  'value' | 'onInput' | 'class' | 'id' | 'ref'
>;
export type TextAreaProps = FieldProps &
  Native & {
    value: string;
    onInput: (value: string) => void;
    /** 'narrative' writes in the serif; 'bare' writes straight on the sheet, without a box. */
    look?: 'plain' | 'narrative' | 'bare' | undefined;
    /** Places that ask for another look; what they are is said in words beside the box. */
    marks?: readonly TextMark[] | undefined;
    /** The element itself, for caret and selection. */
    element?: ((element: HTMLTextAreaElement) => void) | undefined;
  };

const fieldKeys = ['label', 'hint', 'error', 'optional', 'hideLabel'] as const;
const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

export function TextArea(props: TextAreaProps): JSX.Element {
  const [field, own, rest] = splitProps(props, fieldKeys, ['value', 'onInput', 'look', 'element', 'marks']);
  let area: HTMLTextAreaElement | undefined;
  const grow = () => {
    if (!area || growsByItself) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  onMount(() => {
    if (area) own.element?.(area);
    grow();
  });
  createEffect(on(() => own.value, grow));
  const look = () => {
    const narrative = own.look === 'narrative' || own.look === 'bare' ? styles.narrative : '';
    return `${styles.control} ${styles.growing} ${narrative} ${own.look === 'bare' ? styles.bare : ''}`;
  };
  return (
    <Field {...field}>
      {(ties) => (
        <div class={styles.writing} data-marked={own.marks?.length ? '' : undefined}>
          <Show when={own.marks?.length}>
            <Marks text={own.value} marks={own.marks ?? []} look={look()} />
          </Show>
          <textarea
            rows={3}
            autocomplete={notOnDisk}
            {...rest}
            {...ties}
            ref={(element) => {
              area = element;
            }}
            class={look()}
            value={own.value}
            onInput={(event) => own.onInput(event.currentTarget.value)}
          />
        </div>
      )}
    </Field>
  );
}

/** The same words in the same place behind the box, unseen but for their marks. */
function Marks(props: { text: string; marks: readonly TextMark[]; look: string }): JSX.Element {
  return (
    <div class={`${props.look} ${styles.behind}`} aria-hidden="true">
      <For each={pieces(props.text, props.marks)}>
        {(piece) => (
          <Show when={piece.look} fallback={piece.words}>
            {(mark) => <mark data-look={mark()}>{piece.words}</mark>}
          </Show>
        )}
      </For>
      {'\n'}
    </div>
  );
}
