// Rows for guardians with custody, siblings and close people; a removed row comes back with one press.
import { createEffect, createMemo, For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Form } from '../writing/form.ts';
import { ClassChoice } from './class-choice.tsx';
import { classesOf, classesText } from './kept-texts.ts';
import {
  custodies,
  custodyOf,
  kindOfRow,
  type RelationKind,
  relationKinds,
  rowField,
  rowKey,
  rowsOf,
} from './new-case.ts';
import styles from './open-case.module.css';

const addWords = {
  guardian: 'openCase.addGuardian',
  sibling: 'openCase.addSibling',
  close: 'openCase.addClose',
} as const;
const custodyKeys = {
  joint: 'openCase.custodyJoint',
  sole: 'openCase.custodySole',
  limited: 'openCase.custodyLimited',
  none: 'openCase.custodyNone',
} as const;
const most = 20;

type Props = { form: Form; errorFor: (field: string) => string | undefined };

export function NewPeople(props: Props): JSX.Element {
  const rows = createMemo(() => rowsOf(props.form.text));
  const setRows = (keys: readonly string[]) => props.form.type('rows', keys.join(' '));
  let added: string | undefined;
  const add = (kind: RelationKind) => {
    added = rowKey(kind);
    setRows([...rows(), added]);
  };
  const remove = (key: string) => {
    const before = rows();
    setRows(before.filter((one) => one !== key));
    showToast(t('openCase.removed'), { label: t('ui.undo'), run: () => setRows(before) });
  };
  return (
    <section class={styles.part}>
      <h2>{t('openCase.peopleTitle')}</h2>
      <p class="quiet">{t('openCase.peopleLead')}</p>
      <ul class={styles.people}>
        <For each={rows()}>
          {(key) => (
            <PersonRow
              key={key}
              form={props.form}
              errorFor={props.errorFor}
              focus={key === added}
              onRemove={() => remove(key)}
            />
          )}
        </For>
      </ul>
      <div class={styles.adds}>
        <For each={relationKinds}>
          {(kind) => (
            <Button size="small" icon="plus" disabled={rows().length >= most} onClick={() => add(kind)}>
              {t(addWords[kind])}
            </Button>
          )}
        </For>
      </div>
    </section>
  );
}

function PersonRow(props: Props & { key: string; focus: boolean; onRemove: () => void }): JSX.Element {
  let row: HTMLLIElement | undefined;
  createEffect(() => {
    if (props.focus) row?.querySelector('input')?.focus();
  });
  const kind = () => kindOfRow(props.key);
  const field = (part: string) => rowField(props.key, part);
  const title = () => t(`openCase.${kind()}`);
  return (
    <li
      class={styles.person}
      ref={(el) => {
        row = el;
      }}
    >
      <fieldset>
        <legend class={styles.legend}>{title()}</legend>
        <PersonFields form={props.form} kind={kind()} field={field} errorFor={props.errorFor} />
      </fieldset>
      <Button size="small" kind="quiet" icon="close" onClick={() => props.onRemove()}>
        {t('openCase.remove', {
          name: props.form.text(field('name')).trim() || title().toLocaleLowerCase('fi'),
        })}
      </Button>
    </li>
  );
}

/** What is asked of one person, by what they are to the child. */
export function PersonFields(
  props: Props & { kind: RelationKind; field: (part: string) => string },
): JSX.Element {
  const line = (part: string) => ({
    value: props.form.text(props.field(part)),
    onInput: (text: string) => props.form.type(props.field(part), text),
    error: props.errorFor(props.field(part)),
    maxLength: 200,
    autocomplete: 'off' as const,
  });
  const custody = () => custodyOf((part) => props.form.text(props.field(part)), props.kind) ?? 'joint';
  return (
    <div class={styles.fields}>
      <TextInput label={t('openCase.personName')} {...line('name')} />
      <TextInput label={t('openCase.relation')} hint={t('openCase.relationHint')} {...line('relation')} />
      <Show when={props.kind === 'guardian'}>
        <Select
          label={t('openCase.custody')}
          value={custody()}
          options={custodies.map((one) => ({ value: one, label: t(custodyKeys[one]) }))}
          onChange={(value) => props.form.type(props.field('custody'), value)}
        />
        <Show when={custody() === 'limited'}>
          <ClassChoice
            label={t('custody.decides')}
            hint={t('custody.decidesHint')}
            value={classesOf(props.form.text(props.field('powerClasses')))}
            onChange={(classes) => props.form.type(props.field('powerClasses'), classesText(classes))}
            error={props.errorFor(props.field('powerClasses'))}
          />
        </Show>
        <DateInput
          label={t('openCase.custodyUntil')}
          optional
          value={props.form.text(props.field('custodyUntil'))}
          onDate={(iso) => props.form.type(props.field('custodyUntil'), iso)}
          error={props.errorFor(props.field('custodyUntil'))}
        />
      </Show>
      <Show when={props.kind !== 'sibling'}>
        <TextInput label={t('openCase.language')} optional {...line('language')} />
        <TextInput label={t('openCase.phone')} optional type="tel" {...line('phone')} />
      </Show>
    </div>
  );
}
