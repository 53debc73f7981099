// Where it begins from a consultation: what was written there can be taken along, and it is said what others can see of that.
import { createEffect, type JSX, on, Show } from 'solid-js';
import { useConsultation } from '../consultations/consultations-query.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import shapes from '../ui/shapes.module.css';
import type { Form } from '../writing/form.ts';

const mostWritten = 8_000;

export function FromConsultation(props: { consultationId: string; form: Form }): JSX.Element {
  const query = useConsultation(() => props.consultationId);
  const asked = () => (query.isSuccess ? query.data : undefined);
  // A named request has the child's name already. Only into fields that nobody has touched.
  createEffect(
    on([() => asked()?.child, () => props.form.id()], ([child, begun]) => {
      if (!child || begun !== null) return;
      props.form.type('childName', child.name);
      if (child.birthDate !== null) props.form.type('birthDate', child.birthDate);
    }),
  );
  const take = () => {
    const words = [props.form.text('worry').trim(), asked()?.question ?? ''].filter((text) => text !== '');
    props.form.type('worry', words.join('\n\n').slice(0, mostWritten));
  };
  const taken = () => props.form.text('worry').includes(asked()?.question ?? '');
  return (
    <div class={shapes.panel}>
      <p class="quiet">{t('welfare.apart')}</p>
      <Show when={asked() && !taken()}>
        <p>
          <Button size="small" onClick={take}>
            {t('welfare.takeQuestion')}
          </Button>
        </p>
      </Show>
    </div>
  );
}
