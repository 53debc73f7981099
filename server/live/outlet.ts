// Where frames go: a socket, or the answer to a poll.
import type { ServerFrame } from '../../shared/live.ts';

export type Outlet = {
  /** A frame as JSON. */
  send(frame: string): void;
  /** Resolves when what was sent has left, or when the outlet has closed. */
  drained(): Promise<void>;
};

export const frameText = (frame: ServerFrame): string => JSON.stringify(frame);
