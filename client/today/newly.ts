// Which rows are new since they were last looked at, so that only those are announced.

/** Returns a function that is told the ids shown now, and answers with those that were not there before. The first
 * look is never news. */
export const createNewly = (): ((ids: readonly string[]) => string[]) => {
  let known: Set<string> | undefined;
  return (ids) => {
    const before = known;
    known = new Set(ids);
    return before === undefined ? [] : ids.filter((id) => !before.has(id));
  };
};
