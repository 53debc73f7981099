// Widths of label text, by a canvas with the page's own font, so that names are placed as they will be drawn.
import type { Measure } from './plan.ts';

let context: CanvasRenderingContext2D | null | undefined;

/** For an element whose font is the ring's; `rem` is the text size in pixels. */
export function measureIn(element: HTMLElement, rem: number): Measure {
  context ??= document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(element).fontFamily;
  return (text, look) => {
    if (!context) return text.length * rem * 0.5;
    context.font = look === 'name' ? `700 ${rem * 0.875}px ${family}` : `400 ${rem * 0.8125}px ${family}`;
    return context.measureText(text).width;
  };
}
