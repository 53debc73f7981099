// Where a popover goes: under its anchor, kept inside the window, above when there is more room there.
const edge = 8;

/** `sheet` must be open already, so that it can be measured. */
export function placeBeside(anchor: HTMLElement, sheet: HTMLElement): void {
  const from = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const room = document.documentElement;
  const below = room.clientHeight - from.bottom - edge;
  const above = below < height && from.top > below;
  const top = above ? Math.max(edge, from.top - height - 4) : from.bottom + 4;
  const right = from.left + width > room.clientWidth - edge;
  const left = right ? Math.max(edge, from.right - width) : from.left;
  sheet.style.setProperty('--top', `${top}px`);
  sheet.style.setProperty('--left', `${left}px`);
}
