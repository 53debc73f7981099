// Emergency access: find the case, say why, open it.
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import shapes from '../ui/shapes.module.css';
import { BreakForm } from './break-form.tsx';
import { FindForm, type Found } from './find-form.tsx';

export function OpenByGlassPage(): JSX.Element {
  const [found, setFound] = createSignal<Found>();
  const again = () => setFound(undefined);
  return (
    <Page
      title={t('glass.title')}
      windowTitle={t('glass.title')}
      actions={<LinkButton href="/break-glass/uses">{t('glass.usesTitle')}</LinkButton>}
    >
      <div class={shapes.column}>
        <p>{t('glass.lead')}</p>
        <Show
          when={found()}
          fallback={
            <section class={shapes.stack}>
              <h2>{t('glass.findTitle')}</h2>
              <FindForm onFound={setFound} />
            </section>
          }
        >
          {(one) => (
            <Show when={one().member} fallback={<BreakForm found={one()} onOther={again} />}>
              <section class={shapes.stack}>
                <h2>{t('glass.found', { number: one().number })}</h2>
                <p>{t('glass.member')}</p>
                <div class={shapes.ways}>
                  <LinkButton href={`/cases/${one().id}`} kind="primary">
                    {t('glass.openMember')}
                  </LinkButton>
                  <Button onClick={again}>{t('glass.otherSearch')}</Button>
                </div>
              </section>
            </Show>
          )}
        </Show>
      </div>
    </Page>
  );
}
