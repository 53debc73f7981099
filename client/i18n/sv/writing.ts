import type { Catalogue } from '../catalogue.ts';

export const writing: Catalogue['writing'] = {
  restored: 'Texten som du inte hann avsluta senast har återställts.',
  charactersLeft: { one: '{count} tecken kvar', other: '{count} tecken kvar' },
  tooLong:
    'Texten är för lång: högst {most} tecken. Den finns sparad på den här enheten; korta den eller dela upp den.',
  refused:
    'Tjänsten tog inte emot texten. Den finns kvar på den här enheten. Kopiera den för säkerhets skull.',
  twoTitle: 'Det här skrevs på två enheter',
  twoLead: 'Båda texterna är sparade. Välj vilken som ska gälla. Den andra finns kvar i historiken.',
  thisDevice: 'På den här enheten',
  otherDevice: 'På den andra enheten',
  otherDeviceAt: 'På den andra enheten kl.\u00a0{time}',
  chooseThis: 'Välj den här',
  chooseOther: 'Välj den andra',
  keepBoth: 'Behåll båda efter varandra',
  noAnswer: 'inget svar',
  changedMeanwhile: 'Texten hann ändras. Titta på båda igen och välj.',
  notNow: 'Valet kunde inte sparas nu. Båda texterna finns kvar. Försök igen om en stund.',
  noteTitle: 'Din rätt att skriva här har upphört',
  noteDetail: 'Ingenting försvann. Det du skrev finns i dina egna anteckningar, och bara du ser det.',
  noteLink: 'Öppna anteckningarna',
};
