// Fills an empty demo installation.

export type SeedOptions = { readonly url: string; readonly ownerUrl: string };

/** Nothing to fill yet. */
export const seed = async (_options: SeedOptions): Promise<void> => undefined;
