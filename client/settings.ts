// What a person chose on this device: language, theme, ring or list. Nothing about a case is ever kept here.
type Setting = 'language' | 'theme' | 'ring';

/** A remembered choice, or null; storage may be blocked on a school laptop, and then nothing is remembered. */
export function readSetting(name: Setting): string | null {
  try {
    return localStorage.getItem(`rinki.${name}`);
  } catch {
    return null;
  }
}

export function writeSetting(name: Setting, value: string): void {
  try {
    localStorage.setItem(`rinki.${name}`, value);
  } catch {
    // The choice still holds until the page is closed.
  }
}
