// Words that were typed together and never got there, left on this device by pages whose text is no longer to be seen: each goes
// where it still may, and else into a private note. Fetched where a page finds that what it showed is gone.
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { documentsWithKeptWords } from './kept.ts';
import { keptLate, lateWordsSettled, saidKeptLate } from './late-words.ts';
import { useDocument } from './live-document.ts';
import { KeptAsNote, NotKept } from './together-notices.tsx';

/** For the page before to let go of what it has just moved. Milliseconds. */
const patience = 300;

function LeftIn(props: { documentId: string }): JSX.Element {
  const document = useDocument(props.documentId);
  return (
    <Show when={document.word() === 'not-kept'}>
      <NotKept />
    </Show>
  );
}

export function LeftWords(): JSX.Element {
  const [ids, setIds] = createSignal<readonly string[]>([]);
  let isThere = true;
  onMount(async () => {
    await lateWordsSettled();
    await new Promise((resolve) => setTimeout(resolve, patience));
    const found = await documentsWithKeptWords();
    if (isThere) setIds(found);
  });
  onCleanup(() => {
    isThere = false;
    saidKeptLate();
  });
  return (
    <>
      <Show when={keptLate()}>
        <KeptAsNote />
      </Show>
      <For each={ids()}>{(documentId) => <LeftIn documentId={documentId} />}</For>
    </>
  );
}
