// One text as somebody else would read it, with the audience chosen in the dialog: whole, or not at all and why.
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { useCase } from '../cases/case-room.tsx';
import { locale, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Quote } from '../ui/paper.tsx';
import { Select } from '../ui/select.tsx';
import { agencyChoices, familyChoices } from './audience.ts';
import { MissingGrounds, type Readers } from './readers.tsx';
import styles from './share-dialog.module.css';
import { textIn, Words, WrittenContribution } from './written.tsx';

/** Fields of the other kinds that hold what was written, in their order. */
const fields = ['narrative', 'verbatim', 'absence', 'synthesis', 'agreement', 'conclusions', 'proposals'];

export function TextAs(props: {
  entry: Entry;
  readers: Readers | undefined;
  onBack: () => void;
}): JSX.Element {
  const room = useCase();
  const now = new Date().toISOString();
  const choices = createMemo(() => [
    ...agencyChoices(room.workspace(), props.entry, now).map((one) => ({
      value: one.id,
      label: locale() === 'sv' ? one.nameSv : one.nameFi,
    })),
    ...familyChoices(room.workspace(), props.entry, now).map((one) => ({
      value: one.personId,
      label: one.name,
    })),
  ]);
  const [picked, setPicked] = createSignal('');
  const whom = () => choices().find((one) => one.value === picked()) ?? choices()[0];
  const sees = () =>
    props.readers?.people.some((one) => one.agencyId === whom()?.value || one.personId === whom()?.value) ??
    false;
  const missing = () => props.readers?.missing.filter((one) => one.toAgencyId === whom()?.value) ?? [];
  return (
    <div class={styles.sharing}>
      <Select
        label={t('sharing.viewAsWhom')}
        value={whom()?.value ?? ''}
        options={choices()}
        onChange={setPicked}
      />
      <Show when={whom()}>
        {(one) => (
          <section class={styles.preview} aria-live="polite">
            <Show
              when={sees()}
              fallback={
                <>
                  <Notice>{t('sharing.textAsNot', { name: one().label })}</Notice>
                  <MissingGrounds missing={missing()} />
                </>
              }
            >
              <h3>{t('sharing.textAsTitle', { name: one().label })}</h3>
              <Switch
                fallback={
                  <>
                    {fields
                      .filter((field) => textIn(props.entry, field).trim() !== '')
                      .map((field) => (
                        <Words text={textIn(props.entry, field)} />
                      ))}
                  </>
                }
              >
                <Match when={props.entry.kind === 'contribution'}>
                  <WrittenContribution entry={props.entry} writing={false} />
                </Match>
                <Match when={props.entry.kind === 'child-view' && textIn(props.entry, 'verbatim') !== ''}>
                  <Quote>{textIn(props.entry, 'verbatim')}</Quote>
                </Match>
              </Switch>
            </Show>
          </section>
        )}
      </Show>
      <div>
        <Button icon="arrow-left" onClick={() => props.onBack()}>
          {t('sharing.backToSharing')}
        </Button>
      </div>
    </div>
  );
}
