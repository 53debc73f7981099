// What is chosen to go along: whole texts or single fields of them, from what can go at all. Pure.
import type { BundleChoice, BundleContent } from '../../shared/bundles.ts';

export type Chosen = Readonly<Record<string, readonly string[]>>;

export const keyOf = (choice: Pick<BundleChoice, 'kind' | 'sourceId'>): string =>
  choice.sourceId ?? choice.kind;

/** With every field of the text, or without the text. */
export const toggled = (chosen: Chosen, choice: BundleChoice, on: boolean): Chosen => {
  const { [keyOf(choice)]: _, ...others } = chosen;
  return on ? { ...others, [keyOf(choice)]: choice.fields.map(({ name }) => name) } : others;
};

/** With or without one field; a text without any goes out. */
export const withField = (chosen: Chosen, choice: BundleChoice, name: string, on: boolean): Chosen => {
  const now = chosen[keyOf(choice)] ?? [];
  const next = choice.fields.map((one) => one.name).filter((one) => (one === name ? on : now.includes(one)));
  if (next.length === 0) return toggled(chosen, choice, false);
  return { ...chosen, [keyOf(choice)]: next };
};

type Sent = {
  readonly content: BundleContent;
  readonly item: {
    kind: BundleChoice['kind'];
    sourceId: string | null;
    fields: { name: string; rev: number }[];
  };
};

/** Of what can still go: how its receiver reads it, and what is sent. The child’s head goes whole. */
export const sentOf = (choices: readonly BundleChoice[], chosen: Chosen): Sent[] =>
  choices.flatMap((choice) => {
    const names = chosen[keyOf(choice)];
    if (choice.why !== null || names === undefined) return [];
    const fields =
      choice.kind === 'child' ? choice.fields : choice.fields.filter(({ name }) => names.includes(name));
    if (fields.length === 0) return [];
    const { kind, entryKind, about, signed, writtenOn, authors, version, sourceId } = choice;
    return [
      {
        content: {
          kind,
          entryKind,
          about,
          signed,
          writtenOn,
          authors,
          version,
          fields: fields.map(({ name, text }) => ({ name, text })),
        },
        item: {
          kind,
          sourceId,
          fields: kind === 'child' ? [] : fields.map(({ name, rev }) => ({ name, rev })),
        },
      },
    ];
  });
