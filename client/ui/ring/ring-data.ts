// What the ring is drawn from. The server has already left out everybody the viewer may not know of.
import type { AgencyKind } from '../agency-kind.ts';

export type RingPerson = {
  id: string;
  name: string;
  /** As the viewer reads it: "erityisopettaja". */
  role: string;
  agencyKind: AgencyKind;
  initials: string;
  here: boolean;
  writing: boolean;
  state: 'contributed' | 'awaited' | 'none';
  /** A few words instead of the state: "kommentoi 18.11.". */
  note?: string | undefined;
};

export type RingData = { centre: { name: string; detail: string }; people: readonly RingPerson[] };
