import type { Catalogue } from '../catalogue.ts';

export const writing: Catalogue['writing'] = {
  restored: 'Texten som blev på hälft senast har återställts.',
  charactersLeft: { one: '{count} tecken kvar', other: '{count} tecken kvar' },
  tooLong:
    'Texten är för lång: högst {most} tecken. Den finns sparad på den här enheten; korta den eller dela upp den.',
  refused: 'Det här kunde inte sparas. Texten finns kvar på den här enheten.',
  twoTitle: 'Det här skrevs på två enheter',
  twoLead: 'Båda texterna är sparade. Välj vilken som ska stå kvar. Den andra finns kvar i historiken.',
  thisDevice: 'På den här enheten',
  otherDevice: 'På den andra enheten',
  otherDeviceAt: 'På den andra enheten kl. {time}',
  chooseThis: 'Välj den här',
  chooseOther: 'Välj den andra',
  keepBoth: 'Behåll båda efter varandra',
  changedMeanwhile: 'Texten hann ändras. Titta på båda igen och välj.',
  notNow: 'Valet kunde inte sparas nu. Båda texterna är sparade. Försök igen om en stund.',
  noteTitle: 'Din rätt att skriva här har upphört',
  noteDetail: 'Ingenting försvann. Det du skrev finns i dina egna anteckningar, och bara du ser det.',
  noteLink: 'Öppna anteckningarna',
};
