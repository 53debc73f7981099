// Who is in a service: experts, its lead, who is on call. Anybody of any agency can be added to a standing team.
import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  endServiceMember,
  listServiceMembers,
  type Service,
  type ServiceMember,
  type ServiceRole,
  serviceRoles,
  setServiceMember,
} from '../../shared/services.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { servicesKey } from '../consultations/service-choice.tsx';
import { serviceName } from '../consultations/words.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Menu } from '../ui/menu.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Row, Rows } from '../ui/section.tsx';
import { AddMember } from './add-member.tsx';
import { useDoing } from './services-doing.ts';

export function MembersDialog(props: { of: Service; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const query = useQuery(() => ({
    queryKey: [...servicesKey, props.of.id, 'members'],
    queryFn: async ({ signal }) =>
      (await call(listServiceMembers, { params: { serviceId: props.of.id }, signal })).members,
    reconcile: 'id',
  }));
  const [adding, setAdding] = createSignal(false);
  const [ending, setEnding] = createSignal<ServiceMember>();
  const setRole = (affiliationId: string, role: ServiceRole, endsAt: string | null) => {
    const params = { serviceId: props.of.id };
    const body = { affiliationId, role, endsAt };
    return doing.run(body, (command) => call(setServiceMember, { params, body, key: command }));
  };
  const end = async (member: ServiceMember) => {
    const params = { serviceId: props.of.id, serviceMemberId: member.id };
    const done = await doing.run(params, (command) =>
      call(endServiceMember, { params, body: {}, key: command }),
    );
    if (done) setEnding(undefined);
  };
  const post = (one: ServiceMember) =>
    `${t(`profession.${one.profession}`)}, ${locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi}`;
  const actions = (one: ServiceMember) => [
    ...serviceRoles
      .filter((role) => role !== one.role)
      .map((role) => ({
        label: `${t('service.changeRole')}: ${t(`serviceRole.${role}`)}`,
        onSelect: () => void setRole(one.affiliationId, role, one.endsAt),
      })),
    { label: t('service.endMember'), danger: true, onSelect: () => setEnding(one) },
  ];
  return (
    <Dialog
      open
      size="wide"
      title={t('service.membersOf', { name: serviceName(props.of) })}
      onClose={props.onClose}
      actions={
        <Show when={!adding() && ending() === undefined}>
          <Button onClick={() => props.onClose()}>{t('ui.close')}</Button>
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('service.addMember')}
          </Button>
        </Show>
      }
    >
      <Answered query={query} lines={4}>
        {(members) => (
          <Show when={members().length > 0} fallback={<p>{t('service.noMembers')}</p>}>
            <Rows>
              <For each={members()}>
                {(one) => (
                  <Row end={<Menu name={`${t('ui.menu')}: ${one.name}`} items={actions(one)} />}>
                    <p>
                      <strong>{one.name}</strong> · {t(`serviceRole.${one.role}`)}
                    </p>
                    <p class="quiet">
                      {post(one)} ·{' '}
                      {one.endsAt === null
                        ? t('service.memberSince', { date: date(one.startsAt) })
                        : t('service.memberUntil', { date: date(lastDay(one.endsAt)) })}
                    </p>
                  </Row>
                )}
              </For>
            </Rows>
          </Show>
        )}
      </Answered>
      <Show when={adding()}>
        <AddMember
          of={props.of}
          members={query.isSuccess ? query.data : []}
          busy={doing.busy()}
          onAdd={async (affiliationId, role, endsAt) => {
            if (await setRole(affiliationId, role, endsAt)) setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      </Show>
      <Show when={ending()} keyed>
        {(one) => (
          <div class="sheet">
            <p>{t('service.endMemberWords', { name: one.name })}</p>
            <p>
              <Button onClick={() => setEnding(undefined)}>{t('ui.cancel')}</Button>{' '}
              <Button kind="danger" busy={doing.busy()} onClick={() => void end(one)}>
                {t('service.endMember')}
              </Button>
            </p>
          </div>
        )}
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
