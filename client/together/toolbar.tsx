// The tools of a text written together: one stop for the Tab key, arrows between the tools.
import { createSignal, For, type JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { type Tool, type ToolName, tools } from './keys.ts';
import styles from './together.module.css';

const icons: Partial<Record<ToolName, IconName>> = {
  bullets: 'list',
  numbers: 'numbers',
  undo: 'undo',
  redo: 'redo',
};
/** A letter shows better than a picture what becomes of letters. */
const letters: Partial<Record<ToolName, string>> = { heading: 'H', strong: 'B', em: 'I' };
const keys: Partial<Record<ToolName, string>> = {
  strong: 'Control+B',
  em: 'Control+I',
  undo: 'Control+Z',
  redo: 'Control+Y',
};

export function Toolbar(props: {
  controls: string;
  isOn: (tool: Tool) => boolean;
  onRun: (tool: Tool) => void;
  onLeave: () => void;
  ref: (focus: () => void) => void;
}): JSX.Element {
  const [at, setAt] = createSignal(0);
  const buttons: HTMLButtonElement[] = [];
  const go = (index: number): void => {
    const next = (index + tools.length) % tools.length;
    setAt(next);
    buttons[next]?.focus();
  };
  const moves: Record<string, () => void> = {
    ArrowRight: () => go(at() + 1),
    ArrowLeft: () => go(at() - 1),
    Home: () => go(0),
    End: () => go(tools.length - 1),
    Escape: () => props.onLeave(),
  };
  const press: JSX.EventHandler<HTMLDivElement, KeyboardEvent> = (event) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  props.ref(() => go(at()));
  return (
    <div
      class={styles.toolbar}
      role="toolbar"
      aria-label={t('together.tools')}
      aria-controls={props.controls}
      onKeyDown={press}
      data-screen-only
    >
      <For each={tools}>
        {(tool, index) => (
          <button
            ref={(element) => {
              buttons[index()] = element;
            }}
            type="button"
            class={styles.tool}
            data-tool={tool.name}
            tabindex={at() === index() ? 0 : -1}
            aria-label={t(`together.${tool.name}`)}
            title={t(`together.${tool.name}`)}
            aria-keyshortcuts={keys[tool.name]}
            aria-pressed={tool.isOn ? props.isOn(tool) : undefined}
            // The selection in the text stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setAt(index())}
            onClick={() => props.onRun(tool)}
          >
            {letters[tool.name] ?? <Icon name={icons[tool.name] ?? 'pen'} size={18} />}
          </button>
        )}
      </For>
    </div>
  );
}
