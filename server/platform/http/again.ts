// What a request was begun with holds no more. It is renewed, and the request's work is done once more, from its beginning.

export class Again extends Error {
  /** Throws where it cannot be renewed. */
  readonly renew: () => Promise<void>;
  constructor(renew: () => Promise<void>) {
    super('begun with what holds no more');
    this.renew = renew;
  }
}

/** Runs `work`, and once more after it was told to. */
export const onceAgain = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Again)) throw error;
    await error.renew();
    return work();
  }
};
