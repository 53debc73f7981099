// A team of one agency: its name, who is in it, and its end.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { addTeam, changeTeam } from '../../shared/agencies.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { agencyName } from '../cases/members-words.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './administration.module.css';
import { type AgencyRow, type PersonRow, useDoing } from './administration-query.ts';

export function TeamDialog(props: {
  agency: AgencyRow;
  team: AgencyRow['teams'][number] | null;
  people: readonly PersonRow[];
  onClose: () => void;
}): JSX.Element {
  const doing = useDoing();
  const [name, setName] = createSignal(props.team?.name ?? '');
  const [chosen, setChosen] = createSignal<readonly string[]>([...(props.team?.affiliationIds ?? [])]);
  const [tried, setTried] = createSignal(false);
  const candidates = createMemo(() =>
    props.people
      .flatMap((person) =>
        person.affiliations
          .filter((one) => one.agencyId === props.agency.id && one.endsAt === null)
          .map((one) => ({ id: one.id, name: person.name, profession: one.profession })),
      )
      .sort((a, b) => compare(a.name, b.name)),
  );
  const toggle = (id: string, on: boolean) =>
    setChosen((all) => (on ? [...all, id] : all.filter((one) => one !== id)));
  const save = async (ended: boolean) => {
    setTried(true);
    if (name().trim() === '') return;
    const body = { name: name().trim(), affiliationIds: [...chosen()] };
    const { team, agency } = props;
    const done = await doing.run({ ...body, ended }, (key) =>
      team
        ? call(changeTeam, { params: { teamId: team.id }, body: { ...body, ended }, key })
        : call(addTeam, { params: { agencyId: agency.id }, body, key }),
    );
    if (done) props.onClose();
  };
  return (
    <Dialog
      open
      title={
        props.team ? t('administration.editTeam', { name: props.team.name }) : t('administration.addTeam')
      }
      onClose={props.onClose}
      actions={
        <>
          <Show when={props.team}>
            <Button kind="danger" onClick={() => void save(true)}>
              {t('administration.endTeam')}
            </Button>
          </Show>
          <Button kind="primary" busy={doing.busy()} onClick={() => void save(false)}>
            {t('administration.save')}
          </Button>
        </>
      }
    >
      <p class="quiet">{agencyName(props.agency)}</p>
      <TextInput
        label={t('administration.teamName')}
        value={name()}
        maxLength={200}
        autocomplete="off"
        onInput={setName}
        error={tried() && name().trim() === '' ? t('administration.needText') : undefined}
      />
      <fieldset>
        <legend class={styles.legend}>{t('administration.teamMembers')}</legend>
        <Show when={candidates().length > 0} fallback={<p class="quiet">{t('administration.noPeople')}</p>}>
          <For each={candidates()}>
            {(one) => (
              <Checkbox
                label={one.name}
                hint={t(`profession.${one.profession}`)}
                checked={chosen().includes(one.id)}
                onChange={(on) => toggle(one.id, on)}
              />
            )}
          </For>
        </Show>
      </fieldset>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
