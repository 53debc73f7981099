// Server processes on the same tables, each with the real rooms and desks, that are killed and begun again; and the wires
// between them and the editors, which lose, double, delay and reorder what they carry.
import type { Actor } from '../../server/access/actor.ts';
import { createDesk, createRooms, type Rooms } from '../../server/documents/index.ts';
import type { DocumentStore } from '../../server/documents/store.ts';
import type { DocumentFrame } from '../../shared/documents.ts';
import type { ClientFrame } from '../../shared/live.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Of a hundred frames. */
export type WireFaults = { readonly lost: number; readonly doubled: number; readonly reordered: number };
export const soundWire: WireFaults = { lost: 0, doubled: 0, reordered: 0 };

type Process = { readonly rooms: Rooms; alive: boolean; readonly wires: Set<Wire> };
export type Wire = {
  /** To the server. */
  readonly send: (frame: ClientFrame) => void;
  readonly cut: () => void;
};

export const createHouse = (
  time: VirtualTime,
  draw: () => number,
  /** For one process, until it is dead. */
  storeFor: (isAlive: () => boolean) => DocumentStore,
  /** Everything that a process gives to a wire, at the moment at which it does. */
  onSent: (personId: string, frame: DocumentFrame) => void = () => undefined,
) => {
  let faults: WireFaults = soundWire;
  let deafness = 0;
  const processes: Process[] = [];

  const begin = (index: number): void => {
    const process: Process = {
      alive: true,
      wires: new Set(),
      rooms: createRooms({
        store: storeFor(() => process.alive),
        process: `process-${index}`,
        ring: () => undefined,
        // Hints may get lost; the sweep finds what they said.
        wakeOthers: (ids) => {
          for (const other of processes)
            if (other !== process && draw() * 100 >= deafness)
              time.later(draw() * 20, () => other.alive && ids.map((id) => other.rooms.wake(id)));
        },
        now: time.now,
        later: (milliseconds, run) => time.later(milliseconds, () => process.alive && run()),
        onFailure: () => undefined,
      }),
    };
    processes[index] = process;
    const sweep = (): void => {
      if (!process.alive) return;
      process.rooms.sweep().catch(() => undefined);
      time.later(1_000, sweep);
    };
    time.later(draw() * 1_000, sweep);
  };

  /** Carries what is sent one way: in order, unless it is disturbed. */
  const channel = <F>(deliver: (frame: F) => void) => {
    let free = time.now();
    const carry = (frame: F, inOrder: boolean): void => {
      const at = Math.max(inOrder ? free : 0, time.now() + 1 + draw() * 15);
      if (inOrder) free = at;
      time.later(at - time.now(), () => deliver(frame));
    };
    return (frame: F): void => {
      const chance = draw() * 100;
      if (chance < faults.lost) return;
      carry(frame, chance >= faults.lost + faults.reordered);
      if (chance > 100 - faults.doubled) carry(frame, true);
    };
  };

  return {
    begin,
    disturb: (wire: WireFaults, deaf: number): void => {
      faults = wire;
      deafness = deaf;
    },
    /** Null where no process can be reached. `onCut` is called when it breaks by itself. */
    connect: (actor: Actor, onFrame: (frame: DocumentFrame) => void, onCut: () => void): Wire | null => {
      const living = processes.filter((process) => process.alive);
      const process = living[Math.floor(draw() * living.length)];
      if (!process) return null;
      let open = true;
      const toClient = channel<DocumentFrame>((frame) => open && onFrame(frame));
      const desk = createDesk(
        process.rooms,
        actor,
        (frame) => {
          onSent(actor.personId, frame);
          toClient(frame);
        },
        time.now,
        () => undefined,
      );
      // A socket's frames are heard one after the other.
      let turn = Promise.resolve();
      const toServer = channel<ClientFrame>((frame) => {
        turn = turn.then(async () => {
          if (!open || !process.alive) return;
          const handle = desk.handlers[frame.t as keyof typeof desk.handlers] as
            | ((frame: ClientFrame) => Promise<void> | void)
            | undefined;
          await handle?.(frame);
        });
      });
      const wire: Wire = {
        send: (frame) => {
          if (open) toServer(frame);
        },
        cut: () => {
          if (!open) return;
          open = false;
          process.wires.delete(wire);
          // The server learns of it a little later, or never.
          time.later(draw() * 400, () => process.alive && desk.end());
          onCut();
        },
      };
      process.wires.add(wire);
      return wire;
    },
    /** Dies in the middle of whatever it does; another one takes its place after a while. */
    kill: (index: number): void => {
      const process = processes[index];
      if (!process?.alive) return;
      process.alive = false;
      for (const wire of [...process.wires]) wire.cut();
      time.later(200 + draw() * 600, () => begin(index));
    },
  };
};
export type House = ReturnType<typeof createHouse>;
