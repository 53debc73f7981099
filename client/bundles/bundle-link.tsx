// The way from a named request to a demanding-support centre to what could go along: from which case.
import { useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { bundleServiceKinds } from '../../shared/bundles.ts';
import { listCases } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { useServices } from '../consultations/service-choice.tsx';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/notice.tsx';

export function BundleLink(props: { consultationId: string; serviceId: string }): JSX.Element {
  const services = useServices();
  const [open, setOpen] = createSignal(false);
  const fits = () => {
    const kind = services.data?.find((one) => one.id === props.serviceId)?.kind;
    return bundleServiceKinds.some((one) => one === kind);
  };
  return (
    <Show when={fits()}>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('bundle.open')}
      </Button>
      <Show when={open()}>
        <WhichCase consultationId={props.consultationId} onClose={() => setOpen(false)} />
      </Show>
    </Show>
  );
}

function WhichCase(props: { consultationId: string; onClose: () => void }): JSX.Element {
  const navigate = useNavigate();
  const [chosen, setChosen] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const cases = useQuery(() => ({
    queryKey: ['cases', 'own'],
    queryFn: async ({ signal }) => (await call(listCases, { signal })).cases,
  }));
  const own = () => (cases.isSuccess ? cases.data : []);
  const go = () => {
    setTried(true);
    if (chosen() !== '') navigate(`/cases/${chosen()}/along/${props.consultationId}`);
  };
  return (
    <Dialog
      open
      title={t('bundle.whichTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={own().length > 0}>
            <Button kind="primary" onClick={go}>
              {t('bundle.whichDo')}
            </Button>
          </Show>
        </>
      }
    >
      <p>{t('bundle.whichLead')}</p>
      <Show when={!cases.isPending} fallback={<Skeleton lines={3} />}>
        <Show when={own().length > 0} fallback={<p class="quiet">{t('bundle.whichNone')}</p>}>
          <RadioGroup
            label={t('bundle.which')}
            value={chosen()}
            options={own().map((one) => ({
              value: one.id,
              label: one.childName,
              hint: `${date(one.birthDate)} · ${one.number}`,
            }))}
            onChange={setChosen}
            error={tried() && chosen() === '' ? t('bundle.needCase') : undefined}
          />
        </Show>
      </Show>
    </Dialog>
  );
}
