// Who presents a case, and whether the family knows of it and agrees: the same fields for proposing and for changing.
import { type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { type FamilyStance, familyStances } from '../../shared/meeting.ts';
import { memberWords } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';
import { RadioGroup } from '../ui/choice.tsx';
import { Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { homeTeam } from './own-cases.ts';

export type ItemDraft = {
  /** The membership of whoever presents it. */
  readonly presenter: string;
  readonly stance: string;
  readonly note: string;
};

export const stanceOf = (text: string): FamilyStance | null =>
  familyStances.find((one) => one === text) ?? null;

export function ItemFields(props: {
  /** Undefined while it is being read. */
  workspace: Workspace | undefined;
  value: ItemDraft;
  onChange: (part: keyof ItemDraft, text: string) => void;
}): JSX.Element {
  return (
    <>
      <Show when={props.workspace} fallback={<Skeleton lines={2} />}>
        {(workspace) => (
          <Select
            label={t('meeting.presenter')}
            value={props.value.presenter}
            placeholder={t('meeting.choose')}
            options={homeTeam(workspace(), new Date()).map((one) => ({
              value: one.id,
              label: `${one.name}, ${memberWords(one)}`,
            }))}
            onChange={(value) => props.onChange('presenter', value)}
          />
        )}
      </Show>
      <RadioGroup
        label={t('meeting.stance')}
        value={stanceOf(props.value.stance) ?? ''}
        options={familyStances.map((value) => ({ value, label: t(`familyStance.${value}`) }))}
        onChange={(value) => props.onChange('stance', value)}
      />
      <TextInput
        label={t('meeting.stanceNote')}
        optional
        maxLength={400}
        value={props.value.note}
        onInput={(text) => props.onChange('note', text)}
      />
    </>
  );
}
