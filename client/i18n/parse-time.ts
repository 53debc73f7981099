// A time of day as people write it: 14.30, 14:30, 1430, 9, klo 9.

/** The time as '14:30'; null when it is none. */
export const parseTime = (typed: string): string | null => {
  const text = typed.trim().replace(/^(klo|kl\.?)\s*/i, '');
  const parts = /^(\d{1,2})(?:[.:\s]?([0-5]\d))?$/.exec(text);
  if (!parts) return null;
  const [, hour = '', minute = '00'] = parts;
  return Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : null;
};
