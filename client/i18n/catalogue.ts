// The shape of a catalogue is taken from the Finnish one: a key missing or too many in another language, or a
// parameter forgotten at a call, does not compile.
import type { fi } from './fi/index.ts';

export type Plural = { readonly one: string; readonly other: string };

type Source = typeof fi;

/** What every language must provide: the same areas and keys, a plural where Finnish has one. */
export type Catalogue = {
  readonly [A in keyof Source]: {
    readonly [K in keyof Source[A]]: Source[A][K] extends string ? string : Plural;
  };
};

type KeyOf<A extends keyof Source> = `${A & string}.${keyof Source[A] & string}`;

/** `area.key`, for example `shell.today`. */
export type MessageKey = { [A in keyof Source]: KeyOf<A> }[keyof Source];

type MessageAt<K> = K extends `${infer A}.${infer Rest}`
  ? A extends keyof Source
    ? Rest extends keyof Source[A]
      ? Source[A][Rest]
      : never
    : never
  : never;

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type ParamNames<M> = M extends string
  ? NamesIn<M>
  : M extends Plural
    ? 'count' | NamesIn<M['one' | 'other']>
    : never;

/** The arguments after the key: none, or an object with exactly the names between braces. */
export type MessageArgs<K extends MessageKey> = [ParamNames<MessageAt<K>>] extends [never]
  ? []
  : [{ [N in ParamNames<MessageAt<K>>]: N extends 'count' ? number : string | number }];
