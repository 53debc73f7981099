// A part of the memo that several write: of the phase, or the own agency's. It begins with the first press.
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Phase } from '../../../shared/meeting.ts';
import { beginSection } from '../../../shared/meetings.ts';
import { call } from '../../api/call.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { createSending } from '../../api/sending.ts';
import { locale, t } from '../../i18n/index.ts';
import { session } from '../../sessions/session.ts';
import { type EditorHandle, TogetherEditor } from '../../together/together-editor.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useItem } from './item-case.tsx';
import styles from './parts.module.css';
import { phaseTitle } from './phase-words.ts';
import { useRoom } from './room.ts';

function Sheet(props: { documentId: string; label: string; goThere: boolean }): JSX.Element {
  const { documents } = useRoom();
  const document = documents.use(props.documentId);
  let editor: EditorHandle | undefined;
  // Whoever pressed to begin goes on writing.
  createEffect(
    on(document.doc, (doc, before) => {
      if (doc && !before && props.goThere) setTimeout(() => editor?.select(0, 0));
    }),
  );
  return (
    <TogetherEditor
      document={document}
      label={props.label}
      look="bare"
      ref={(handle) => {
        editor = handle;
      }}
    />
  );
}

/** @param props.phase of which it is; null: the own agency's part */
export function SectionPart(props: { phase: Phase | null }): JSX.Element {
  const { room } = useRoom();
  const { item } = useItem();
  const sending = createSending();
  const [begun, setBegun] = createSignal<string>();
  const ofPhase = () =>
    item().sections.filter(({ part, phase }) =>
      props.phase === null ? part === 'agency' : part === props.phase.part && phase === props.phase.key,
    );
  const known = () => ofPhase().find(({ earlier }) => !earlier)?.documentId;
  const earlier = createMemo(() => ofPhase().filter((one) => one.earlier));
  const documentId = () => known() ?? begun();
  const mayBegin = () =>
    props.phase === null
      ? room().meeting.state === 'open' && Boolean(session()?.affiliation)
      : item().can.includes('write');
  const begin = async (): Promise<void> => {
    const params = { itemId: item().id };
    const body = { phase: props.phase?.key ?? null };
    await sending.send({ ...params, ...body }, async (key) => {
      setBegun((await call(beginSection, { params, body, key })).documentId);
    });
  };
  const agency = () => {
    const own = session()?.affiliation;
    return (locale() === 'sv' ? own?.agencyNameSv : own?.agencyNameFi) ?? '';
  };
  const seen = () => {
    if (props.phase === null) return t('meetingRoom.ownPartSeen', { agency: agency() });
    return t(props.phase.part === 'shared' ? 'meetingRoom.sharedPart' : 'meetingRoom.teamPart');
  };
  const label = () =>
    props.phase === null
      ? t('meetingRoom.ownPart')
      : t('meetingRoom.memo', { phase: phaseTitle(props.phase) });
  return (
    <div class={styles.section}>
      <For each={earlier()}>
        {(one) => (
          <>
            <p class={styles.audience}>
              <Icon name="lock" size={16} />
              {t('meetingRoom.earlierPart')}
            </p>
            <Sheet
              documentId={one.documentId}
              label={`${label()}: ${t('meetingRoom.earlierPart')}`}
              goThere={false}
            />
          </>
        )}
      </For>
      <p class={styles.audience}>
        <Icon name={props.phase?.part === 'shared' ? 'people' : 'lock'} size={16} />
        {seen()}
      </p>
      <Show
        when={documentId()}
        keyed
        fallback={
          <Show when={mayBegin()} fallback={<p class="quiet">{t('meetingRoom.notBegun')}</p>}>
            <button
              type="button"
              class={styles.begin}
              data-writing-place
              aria-label={`${label()}: ${t('meetingRoom.writeHere')}`}
              aria-busy={sending.busy() ? 'true' : undefined}
              onClick={() => void begin()}
            >
              {t('meetingRoom.writeHere')}
            </button>
          </Show>
        }
      >
        {(id) => <Sheet documentId={id} label={label()} goThere={begun() === id} />}
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </div>
  );
}
