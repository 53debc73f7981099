import type { Catalogue } from '../catalogue.ts';

export const saving: Catalogue['saving'] = {
  saving: 'Saving…',
  saved: 'Saved {time}',
  device: 'Kept on this device, waiting for the network',
  offline: 'No network – the text is kept on this device',
};
