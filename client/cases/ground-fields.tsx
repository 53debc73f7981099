// The ground itself: its kind, the section of the law as a suggestion to be confirmed, who consented, and on what it
// rests.
import { type JSX, Show } from 'solid-js';
import { groundKinds } from '../../shared/vocabulary.ts';
import { t } from '../i18n/index.ts';
import { Checkbox } from '../ui/choice.tsx';
import { FieldError } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { GroundGivers } from './ground-givers.tsx';
import type { GroundDraft } from './invitation.ts';

export function GroundFields(props: {
  value: GroundDraft;
  /** What may be missing elsewhere, too: a form around this one has fields of its own. */
  missing: readonly string[];
  prohibition?: boolean | undefined;
  onChange: (value: GroundDraft) => void;
}): JSX.Element {
  const change = (part: Partial<GroundDraft>) => props.onChange({ ...props.value, ...part });
  const chooseKind = (kind: GroundDraft['kind']) =>
    change({
      kind,
      givenBy: '',
      givenByRelations: [],
      statute:
        kind === 'statute' && props.value.statute === '' ? t('members.statuteSection') : props.value.statute,
      statuteConfirmed: false,
    });
  return (
    <>
      <Select
        label={t('members.kind')}
        placeholder=""
        value={props.value.kind}
        options={groundKinds.map((one) => ({ value: one, label: t(`groundKind.${one}`) }))}
        onChange={chooseKind}
        error={props.missing.includes('kind') ? t('members.needKind') : undefined}
      />
      <Show when={props.value.kind === 'statute'}>
        <TextInput
          label={t('members.statute')}
          hint={t('members.statuteSuggestion', { section: t('members.statuteSection') })}
          value={props.value.statute}
          maxLength={200}
          onInput={(statute) => change({ statute, statuteConfirmed: false })}
        />
        <div data-wrong={props.missing.includes('statute') ? '' : undefined}>
          <Checkbox
            label={t('members.statuteConfirm')}
            checked={props.value.statuteConfirmed}
            onChange={(statuteConfirmed) => change({ statuteConfirmed })}
          />
          <FieldError
            id="statute-missing"
            text={props.missing.includes('statute') ? t('members.needStatute') : undefined}
          />
        </div>
      </Show>
      <Show when={!props.prohibition && ['statute', 'vital-interest'].includes(props.value.kind)}>
        <Checkbox
          label={t('members.beats')}
          checked={props.value.beatsProhibition}
          onChange={(beatsProhibition) => change({ beatsProhibition })}
        />
      </Show>
      <GroundGivers value={props.value} missing={props.missing} onChange={change} />
      <TextArea
        label={t('members.evidence')}
        hint={t('members.evidenceHint')}
        value={props.value.evidence}
        maxLength={4000}
        onInput={(evidence) => change({ evidence })}
        error={props.missing.includes('evidence') ? t('members.needEvidence') : undefined}
      />
    </>
  );
}
