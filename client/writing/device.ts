// Which browser tab this is. Kept in the tab's own storage, so that a reload is the same device; a duplicated tab,
// which copies that storage, is told apart by a lock that the first one holds for as long as it lives.
const storageName = 'rinki.device';
const lockName = (device: string): string => `rinki.device.${device}`;

export const newDevice = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 20);

const remembered = (): string | null => {
  try {
    const value = sessionStorage.getItem(storageName);
    return value !== null && /^[a-z0-9]{8,32}$/.test(value) ? value : null;
  } catch {
    return null;
  }
};

const remember = (device: string): void => {
  try {
    sessionStorage.setItem(storageName, device);
  } catch {
    // Storage is blocked: each load is then a device of its own, and two texts at worst stand side by side.
  }
};

/** Takes the lock for the life of this page; false when a living tab holds it. */
const hold = (device: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!('locks' in navigator)) return resolve(false);
    navigator.locks
      .request(lockName(device), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });

const settleDevice = async (): Promise<string> => {
  const own = remembered();
  if (own !== null && (await hold(own))) return own;
  const fresh = newDevice();
  await hold(fresh);
  remember(fresh);
  return fresh;
};

let device: Promise<string> | undefined;
/** This tab's id, the same for as long as the tab lives. */
export const thisDevice = (): Promise<string> => {
  device ??= settleDevice();
  return device;
};

/** Is a tab with this id open now? Its unsent text is then its own to send. */
export const isAlive = async (other: string): Promise<boolean> => {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === lockName(other));
};
