// Snapshot + events = fresh snapshot: what a tab holds after its events is what a reload would show.
import { expect } from 'vitest';
import type { Workspace } from '../../shared/cases.ts';
import { see } from './case-parts.ts';
import type { LiveClient } from './live-client.ts';

/** Without what differs by nature: the place in the stream, and the visit that each reading is itself. */
const comparable = ({ live: _live, lastVisitAt: _visit, ...rest }: Workspace) => rest;

/**
 * Fails unless the tab comes to hold what a fresh snapshot shows. Events on their way get a moment to arrive.
 * @param patienceMs how long the two may differ
 */
export const expectSameAsFresh = async (
  client: LiveClient,
  caseId: string,
  patienceMs = 12_000,
): Promise<void> => {
  const began = Date.now();
  for (;;) {
    const held = client.workspace(caseId);
    const fresh = comparable(await see(client.person, caseId));
    const same =
      held !== undefined && JSON.stringify(sorted(comparable(held))) === JSON.stringify(sorted(fresh));
    if (same || Date.now() - began > patienceMs) {
      expect(client.faults).toEqual([]);
      expect(held && comparable(held)).toEqual(fresh);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
};

/** Keys in one order, so that texts can be compared. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
