// The next steps: where they are written, and the list of them beside whatever phase is in view.
import type { JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';

/** In the phase of the steps, beside the part of the memo that all see. */
export function StepsPart(): JSX.Element {
  return <p class="quiet">{t('meetingRoom.noSteps')}</p>;
}

/** At the side of every phase. */
export function StepsBeside(): JSX.Element {
  return (
    <section>
      <h2>{t('meetingRoom.steps')}</h2>
      <p class="quiet">{t('meetingRoom.noSteps')}</p>
    </section>
  );
}
