// On what ground something with a child's name goes to another agency: its kind, on what it rests, and what it covers.
import { createSignal, type JSX, Show } from 'solid-js';
import type { RequestGround } from '../../shared/consultation.ts';
import { type GroundKind, groundKinds } from '../../shared/vocabulary.ts';
import { ClassChoice } from '../cases/class-choice.tsx';
import { t } from '../i18n/index.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** What any consultation is about, so that the evidence is saved from its first character. */
const firstCovers: RequestGround['covers'] = ['coordination'];

export function GroundPart(props: {
  value: RequestGround | null;
  missing: boolean;
  /** What is ticked at first. */
  first?: RequestGround['covers'] | undefined;
  onChange: (ground: RequestGround | null) => void;
}): JSX.Element {
  // A ground is saved once there is evidence of it; until then its kind stands here.
  const [kind, setKind] = createSignal<GroundKind | ''>(props.value?.kind ?? '');
  const [statute, setStatute] = createSignal(props.value?.statute ?? '');
  const [covers, setCovers] = createSignal(props.value?.covers ?? props.first ?? firstCovers);
  const [evidence, setEvidence] = createSignal(props.value?.evidence ?? '');
  const changeGround = () => {
    const chosen = kind();
    const ground =
      chosen === '' || evidence().trim() === '' || covers().length === 0
        ? null
        : {
            kind: chosen,
            statute: chosen === 'statute' ? statute() : null,
            evidence: evidence(),
            covers: covers(),
          };
    props.onChange(ground);
  };
  const wrong = () => props.missing;
  return (
    <>
      <Select
        label={t('ask.groundKind')}
        placeholder={t('ask.choose')}
        value={kind()}
        options={groundKinds.map((one) => ({ value: one, label: t(`groundKind.${one}`) }))}
        onChange={(one) => {
          setKind(one);
          changeGround();
        }}
        error={wrong() && kind() === '' ? t('ask.needGround') : undefined}
      />
      <Show when={kind() === 'statute'}>
        <TextInput
          label={t('ask.statute')}
          hint={t('ask.statuteHint')}
          maxLength={200}
          value={statute()}
          onInput={(text) => {
            setStatute(text);
            changeGround();
          }}
        />
      </Show>
      <Show when={kind() !== ''}>
        <TextArea
          label={t('ask.evidence')}
          hint={t('ask.evidenceHint')}
          rows={2}
          maxLength={2_000}
          value={evidence()}
          onInput={(text) => {
            setEvidence(text);
            changeGround();
          }}
          error={wrong() && evidence().trim() === '' ? t('ask.needGround') : undefined}
        />
        <ClassChoice
          label={t('ask.covers')}
          value={covers()}
          onChange={(value) => {
            setCovers(value);
            if (value.length > 0) changeGround();
          }}
          error={covers().length === 0 ? t('service.needOne') : undefined}
        />
      </Show>
    </>
  );
}
