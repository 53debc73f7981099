// Whether the page is too narrow for something beside the sheet: then what stands there is folded.
import { createSignal, onCleanup } from 'solid-js';

const query = '(max-width: 59rem)';

export const useNarrow = (): (() => boolean) => {
  const media = matchMedia(query);
  const [narrow, setNarrow] = createSignal(media.matches);
  const hear = () => setNarrow(media.matches);
  media.addEventListener('change', hear);
  onCleanup(() => media.removeEventListener('change', hear));
  return narrow;
};
