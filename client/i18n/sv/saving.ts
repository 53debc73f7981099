import type { Catalogue } from '../catalogue.ts';

export const saving: Catalogue['saving'] = {
  saving: 'Sparar…',
  saved: 'Sparat kl.\u00a0{time}',
  device: 'Sparat på den här enheten, väntar på anslutning',
  offline: 'Ingen anslutning – texten bevaras på den här enheten',
};
