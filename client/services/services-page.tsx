// Whom one can ask, each with what they advise on; for an administrator also who is in each, and how to change it.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { endService, type Service } from '../../shared/services.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { ConsultationsPath } from '../consultations/path.tsx';
import { useServices } from '../consultations/service-choice.tsx';
import { serviceName } from '../consultations/words.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Rows } from '../ui/section.tsx';
import { EndDialog } from './end-dialog.tsx';
import { FiguresDialog } from './figures-dialog.tsx';
import { MembersDialog } from './members-dialog.tsx';
import { ServiceDialog } from './service-dialog.tsx';
import { ServiceRow } from './service-row.tsx';
import styles from './services.module.css';

type Asking =
  | { readonly what: 'change' | 'end' | 'figures' | 'members'; readonly service: Service }
  | { readonly what: 'add' };

export function ServicesPage(): JSX.Element {
  const query = useServices();
  const administers = () => session()?.affiliation?.profession === 'administrator';
  const [ended, setEnded] = createSignal(false);
  const [asking, setAsking] = createSignal<Asking>();
  const close = () => setAsking(undefined);
  const title = () => t(administers() ? 'service.titleAdministration' : 'service.title');
  const of = (what: Asking['what']): Service | undefined => {
    const now = asking();
    return now?.what === what && 'service' in now ? now.service : undefined;
  };
  const shown = createMemo(() =>
    [...(query.isSuccess ? query.data : [])]
      .filter((one) => ended() || one.endedAt === null)
      .sort((a, b) => compare(serviceName(a), serviceName(b))),
  );
  return (
    <Page
      title={title()}
      windowTitle={title()}
      path={
        <Show when={!administers()}>
          <ConsultationsPath />
        </Show>
      }
      facts={t(administers() ? 'service.leadAdministration' : 'service.lead')}
      actions={
        <Show when={administers()}>
          <Button kind="primary" icon="plus" onClick={() => setAsking({ what: 'add' })}>
            {t('service.add')}
          </Button>
        </Show>
      }
    >
      <Answered query={query}>
        {() => (
          <Show
            when={shown().length > 0}
            fallback={
              <EmptyState icon="chat" title={t('service.none')}>
                {t('service.noneDetail')}
              </EmptyState>
            }
          >
            <div class={styles.list}>
              <Show when={administers()}>
                <Checkbox label={t('service.showEnded')} checked={ended()} onChange={setEnded} />
              </Show>
              <Rows>
                <For each={shown()}>
                  {(one) => (
                    <ServiceRow
                      of={one}
                      onChange={() => setAsking({ what: 'change', service: one })}
                      onMembers={() => setAsking({ what: 'members', service: one })}
                      onEnd={() => setAsking({ what: 'end', service: one })}
                      onFigures={() => setAsking({ what: 'figures', service: one })}
                    />
                  )}
                </For>
              </Rows>
            </div>
          </Show>
        )}
      </Answered>
      <Show when={asking()?.what === 'add'}>
        <ServiceDialog of={null} onClose={close} />
      </Show>
      <Show when={of('change')} keyed>
        {(one) => <ServiceDialog of={one} onClose={close} />}
      </Show>
      <Show when={of('members')} keyed>
        {(one) => <MembersDialog of={one} onClose={close} />}
      </Show>
      <Show when={of('figures')} keyed>
        {(one) => <FiguresDialog of={one} onClose={close} />}
      </Show>
      <Show when={of('end')} keyed>
        {(one) => (
          <EndDialog
            title={t('service.endTitle', { name: serviceName(one) })}
            words={t('service.endWords')}
            action={t('service.end')}
            work={(key) => call(endService, { params: { serviceId: one.id }, body: {}, key })}
            onClose={close}
          />
        )}
      </Show>
    </Page>
  );
}
