// What two answers are compared by: everything that their receiver gets, with ids counted in the order in which they
// appear and with what is drawn or sealed for each answer left out. Moments stay: both worlds have one clock.

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
/** Sealed or drawn anew for each answer, always of one length, which is kept. */
const drawn = /"(live|token|csrfToken|localKey|requestId|hash|connection)":"([^"]*)"/g;
/** Drawn once, of a case, a request or a notification: `R-2026-123456`. */
const number = /([RKI])-\d{4}-\d{6}/g;
const changing = /^(date|x-ratelimit-.*|content-length)$/;

/** One count for all answers of an observer, so that an id is the same id everywhere. */
export const createPlain = () => {
  const ids = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = ids.get(id) ?? `ID${ids.size}`;
    ids.set(id, known);
    return known;
  };
  return {
    text: (text: string): string =>
      text
        .replace(drawn, (_, name: string, value: string) => `"${name}":<${value.length}>`)
        .replace(number, '$1-NUMBER')
        // The name that somebody gets who comes by a link.
        .replace(/guest-[0-9a-f]{24}/g, 'GUEST')
        // The hash of a version, as it is printed.
        .replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, 'HASH')
        .replace(uuid, idOf),
    headers: (headers: Readonly<Record<string, unknown>>): string =>
      JSON.stringify(
        Object.entries(headers)
          .filter(([name]) => !changing.test(name))
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ).replace(number, '$1-NUMBER'),
  };
};
