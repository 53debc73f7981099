// What keys and tools do in a text written together. Tab leaves it, as it leaves every field.
import { baseKeymap, chainCommands, setBlockType, splitBlockAs, toggleMark } from 'prosemirror-commands';
import { inputRules, textblockTypeInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Command, EditorState, Plugin } from 'prosemirror-state';
import { redo, undo } from 'y-prosemirror';
import { schema } from './schema.ts';

const { paragraph } = schema.nodes;
const { strong, em } = schema.marks;

type Look = { readonly level: number | null; readonly list: 'bullet' | 'number' | null };
const plain: Look = { level: null, list: null };
const looks = {
  heading: { level: 1, list: null },
  bullets: { level: null, list: 'bullet' },
  numbers: { level: null, list: 'number' },
} as const satisfies Record<string, Look>;

const lookOf = ({ selection }: EditorState): Look => selection.$from.parent.attrs as Look;
const has = (state: EditorState, look: Look): boolean => {
  const now = lookOf(state);
  return now.level === look.level && now.list === look.list;
};
/** So, or plain again. */
const become =
  (look: Look): Command =>
  (state, dispatch) =>
    setBlockType(paragraph, has(state, look) ? plain : look)(state, dispatch);

const hasMark = ({ selection, doc, storedMarks }: EditorState, name: 'strong' | 'em'): boolean => {
  const type = schema.marks[name];
  if (!selection.empty) return doc.rangeHasMark(selection.from, selection.to, type);
  return (storedMarks ?? selection.$from.marks()).some((mark) => mark.type === type);
};

export type ToolName = 'heading' | 'strong' | 'em' | 'bullets' | 'numbers' | 'undo' | 'redo';
/** `isOn`: pressed where the caret stands; none for what is only done. */
export type Tool = {
  readonly name: ToolName;
  readonly run: Command;
  readonly isOn?: (state: EditorState) => boolean;
};

export const tools: readonly Tool[] = [
  { name: 'heading', run: become(looks.heading), isOn: (state) => has(state, looks.heading) },
  { name: 'strong', run: toggleMark(strong), isOn: (state) => hasMark(state, 'strong') },
  { name: 'em', run: toggleMark(em), isOn: (state) => hasMark(state, 'em') },
  { name: 'bullets', run: become(looks.bullets), isOn: (state) => has(state, looks.bullets) },
  { name: 'numbers', run: become(looks.numbers), isOn: (state) => has(state, looks.numbers) },
  { name: 'undo', run: (state) => undo(state) },
  { name: 'redo', run: (state) => redo(state) },
];
const toolOf = (name: ToolName): Command => tools.find((tool) => tool.name === name)?.run ?? (() => false);

/** A list goes on in the next line, a heading does not. */
const divide = splitBlockAs((node, atEnd) => ({
  type: paragraph,
  attrs: { level: atEnd ? null : node.attrs['level'], list: node.attrs['list'] },
}));
/** In an empty line of a list, and at the beginning of a line that is anything but plain. */
const endLook =
  (where: (state: EditorState) => boolean): Command =>
  (state, dispatch) =>
    state.selection.empty && !has(state, plain) && where(state)
      ? setBlockType(paragraph, plain)(state, dispatch)
      : false;
const inEmpty = ({ selection }: EditorState): boolean => selection.$from.parent.content.size === 0;
const atBeginning = ({ selection }: EditorState): boolean => selection.$from.parentOffset === 0;

/** @param toToolbar moves the focus to the toolbar */
export const keyPlugins = (toToolbar: () => void): Plugin[] => [
  inputRules({
    rules: [
      textblockTypeInputRule(/^#{1,3}\s$/, paragraph, looks.heading),
      textblockTypeInputRule(/^[-*]\s$/, paragraph, looks.bullets),
      textblockTypeInputRule(/^1\.\s$/, paragraph, looks.numbers),
    ],
  }),
  keymap({
    'Mod-z': toolOf('undo'),
    'Mod-y': toolOf('redo'),
    'Mod-Shift-z': toolOf('redo'),
    'Mod-b': toolOf('strong'),
    'Mod-i': toolOf('em'),
    Enter: chainCommands(endLook(inEmpty), divide),
    Backspace: endLook(atBeginning),
    'Alt-F10': () => {
      toToolbar();
      return true;
    },
  }),
  keymap(baseKeymap),
];
