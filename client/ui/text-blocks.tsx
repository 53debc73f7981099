// A text that several wrote, as its reader sees it: headings, paragraphs and lists of plain letters.
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Block } from '../../shared/document-blocks.ts';
import styles from './text-blocks.module.css';

type Look = Block['look'];
type Part = { readonly look: Look; readonly blocks: readonly Block[] };

const hasWords = ({ runs }: Block): boolean => runs.some(({ text }) => text.trim() !== '');

/** Lines of a list that stand one under the other are one list; empty lines say nothing. */
export const partsOf = (blocks: readonly Block[]): Part[] => {
  const parts: { look: Look; blocks: Block[] }[] = [];
  for (const block of blocks.filter(hasWords)) {
    const last = parts.at(-1);
    const isList = block.look === 'bullet' || block.look === 'number';
    if (isList && last?.look === block.look) last.blocks.push(block);
    else parts.push({ look: block.look, blocks: [block] });
  }
  return parts;
};

function Runs(props: { of: Block | undefined }): JSX.Element {
  return (
    <For each={props.of?.runs ?? []}>
      {({ text, strong, em }) => (
        <Show when={strong} fallback={em ? <em>{text}</em> : text}>
          <strong>{em ? <em>{text}</em> : text}</strong>
        </Show>
      )}
    </For>
  );
}

function Lines(props: { of: readonly Block[] }): JSX.Element {
  return (
    <For each={props.of}>
      {(block) => (
        <li>
          <Runs of={block} />
        </li>
      )}
    </For>
  );
}

/** Headings stand below a heading of the second level. */
export function TextBlocks(props: { blocks: readonly Block[] }): JSX.Element {
  return (
    <div class={styles.blocks}>
      <For each={partsOf(props.blocks)}>
        {({ look, blocks }) => (
          <Switch
            fallback={
              <p>
                <Runs of={blocks[0]} />
              </p>
            }
          >
            <Match when={look === 'heading'}>
              <h3>
                <Runs of={blocks[0]} />
              </h3>
            </Match>
            <Match when={look === 'bullet'}>
              <ul>
                <Lines of={blocks} />
              </ul>
            </Match>
            <Match when={look === 'number'}>
              <ol>
                <Lines of={blocks} />
              </ol>
            </Match>
          </Switch>
        )}
      </For>
    </div>
  );
}
