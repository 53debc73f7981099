// Breaks a label's text into lines at its spaces and after its hyphens. Nothing is cut: a word that is wider than the
// place stays whole, and whoever asked sees from its width that it does not fit.

/** The pieces a line may end after, each with what stands before the next one. */
const pieces = (text: string): string[] => text.match(/[^\s-]+(?:-|\s+|$)|-+\s*/g) ?? [text];

/** As few lines as the width allows; `measure` gives the width of a text in the same unit as `room`. */
export function wrap(text: string, measure: (text: string) => number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const longer = line + piece;
    if (line !== '' && measure(longer.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = piece;
    } else {
      line = longer;
    }
  }
  return [...lines, line.trimEnd()];
}
