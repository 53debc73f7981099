// Mutants that nothing can notice, each with its reason. The drill prints them; one that is noticed after all makes it
// fail, so that this list stays true.
export type Equivalent = {
  /** The mutant's name: of ring 1 its file, its line's text and the change; of ring 2 the policy or function and the part. */
  readonly mutant: string;
  readonly reason: string;
};

const twice =
  'the other policy of the table says the same of reading: `held` restricts what `readable` opens, by one condition';

/** Tables whose rows are both `readable` and `held` by the same condition. */
const heldTables = ['activities', 'entry_alternatives', 'entry_history', 'relations', 'whereabouts'] as const;

export const equivalents: readonly Equivalent[] = [
  ...heldTables.map((table) => ({
    mutant: `policy readable on ${table}, using: without (EXISTS`,
    reason: twice,
  })),
  {
    mutant: 'policy readable_of_pair on contributions, using: without (pair_acl_key IS NOT NULL)',
    reason: 'nobody holds the key null; it spares the look-up where there is no pair',
  },
];

/** The entry for this mutant, if there is one. */
export const equivalentOf = (name: string): Equivalent | undefined =>
  equivalents.find(({ mutant }) => name.startsWith(mutant));
