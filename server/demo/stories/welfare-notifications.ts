// A child welfare notification that is being handled: made by the school social worker, judged by a colleague of child protection.
import {
  judgeWelfareUrgency,
  markWelfareReceived,
  sendWelfareNotification,
} from '../../../shared/welfare-notifications.ts';
import type { Storyteller } from '../storyteller.ts';

export const tellNotifications = async (teller: Storyteller, serviceId: string): Promise<void> => {
  teller.on(2, '14:50');
  const { id } = await teller.as('school-social-worker', sendWelfareNotification, {
    body: {
      phone: '040 555 0142',
      childName: 'Leevi Laaksonen',
      identityCode: null,
      birthDate: '2015-02-19',
      whereabouts: 'Koululla, isoäiti hakee klo 16',
      guardians: 'Äiti Heidi Laaksonen. Isästä ei ole tietoa koululla.',
      observed:
        'Leevi tuli koululle ilman takkia ja kertoi, ettei ollut syönyt eilisen jälkeen. Hän sanoi, ettei äiti ollut herännyt.',
      observedWhen: 'Tänään aamulla klo 8.15, ja viime viikolla kahdesti',
      worry: 'Pelkään, ettei Leevistä pidetä kotona huolta. Äitiin ei ole saatu yhteyttä kahteen päivään.',
      urgency: 'soon',
      familyKnows: 'yes',
      familyWords: 'Kerroin isoäidille puhelimessa, että teen ilmoituksen.',
      serviceId,
      consultationId: null,
      formId: null,
    },
  });
  const to = { params: { welfareNotificationId: id } };
  teller.on(2, '15:05');
  await teller.as('social-counsellor', markWelfareReceived, { ...to, body: { seen: 0 } });
  teller.on(2, '15:40');
  await teller.as('social-counsellor', judgeWelfareUrgency, {
    ...to,
    body: {
      seen: 1,
      verdict: 'not-urgent',
      words: 'Lapsi on isoäidin luona. Kotikäynti sovittu huomiseksi.',
    },
  });
};
