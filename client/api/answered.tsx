// What a page shows while its answer is on the way, when it failed, and when it came.
import { type JSX, Match, Switch } from 'solid-js';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { wordsFor } from './problem-words.ts';

type Asked<T> = {
  readonly data: T | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** `children` gets the data as an accessor, and stays while it is read again. */
export function Answered<T>(props: {
  query: Asked<T>;
  lines?: number | undefined;
  children: (data: () => NonNullable<T>) => JSX.Element;
}): JSX.Element {
  const data = () => (props.query.isPending ? undefined : props.query.data);
  return (
    <Switch>
      <Match when={data()}>{(found) => props.children(found)}</Match>
      <Match when={props.query.isPending}>
        <Skeleton lines={props.lines ?? 6} />
      </Match>
      <Match when={props.query.error}>
        <ErrorNotice onRetry={() => void props.query.refetch()}>{wordsFor(props.query.error)}</ErrorNotice>
      </Match>
    </Switch>
  );
}
