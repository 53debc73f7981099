// One command at a time from a form or a dialog: busy while it is under way, and what went wrong afterwards. The same
// content sent again carries the same key, so that a retry after a lost answer does not do it twice.
import { createSignal } from 'solid-js';

export type Sending = {
  readonly busy: () => boolean;
  readonly problem: () => unknown;
  /** Runs `work` unless one is under way. True when it succeeded. */
  readonly send: (content: unknown, work: (key: string) => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
};

export const createSending = (newKey: () => string = () => crypto.randomUUID()): Sending => {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  let last: { content: string; key: string } | null = null;
  return {
    busy,
    problem,
    send: async (content, work) => {
      if (busy()) return false;
      const json = JSON.stringify(content);
      if (last?.content !== json) last = { content: json, key: newKey() };
      setBusy(true);
      setProblem(null);
      try {
        await work(last.key);
        last = null;
        return true;
      } catch (error) {
        setProblem(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
    forget: () => void setProblem(null),
  };
};
