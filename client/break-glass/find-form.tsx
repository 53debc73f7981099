// Looking for the case: by its exact number, or exact name and day of birth. What is typed here is kept nowhere: it may be
// the name of a child of whom nothing is known.
import { createSignal, type JSX, Show } from 'solid-js';
import type { z } from 'zod';
import { findForBreakGlass } from '../../shared/break-glass.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { TextInput } from '../ui/text-input.tsx';

export type Found = NonNullable<z.output<typeof findForBreakGlass.response>['found']>;

export function FindForm(props: { onFound: (found: Found) => void }): JSX.Element {
  const sending = createSending();
  const [by, setBy] = createSignal<'number' | 'name'>('number');
  const [number, setNumber] = createSignal('');
  const [name, setName] = createSignal('');
  const [born, setBorn] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const [vain, setVain] = createSignal<'none' | 'limited'>();
  const body = () => {
    if (by() === 'number') return number().trim() === '' ? undefined : { number: number() };
    return name().trim() === '' || born() === '' ? undefined : { childName: name(), birthDate: born() };
  };
  const find = async () => {
    setTried(true);
    setVain(undefined);
    const wanted = body();
    if (!wanted) return;
    // Every press is a look of its own.
    await sending.send({ ...wanted, at: Date.now() }, async (key) => {
      const { outcome, found } = await call(findForBreakGlass, { body: wanted, key });
      if (outcome === 'found' && found) props.onFound(found);
      else setVain(outcome === 'limited' ? 'limited' : 'none');
    });
  };
  return (
    <form
      class={shapes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <RadioGroup
        label={t('glass.findBy')}
        value={by()}
        options={[
          { value: 'number', label: t('glass.byNumber') },
          { value: 'name', label: t('glass.byName') },
        ]}
        onChange={(value) => {
          setBy(value);
          setTried(false);
        }}
      />
      <Show
        when={by() === 'number'}
        fallback={
          <>
            <TextInput
              label={t('glass.childName')}
              hint={t('glass.childNameHint')}
              value={name()}
              onInput={setName}
              maxLength={200}
              error={tried() && name().trim() === '' ? t('glass.needName') : undefined}
            />
            <DateInput
              label={t('glass.birthDate')}
              value={born()}
              max={isoDay(new Date())}
              onDate={setBorn}
              error={tried() && born() === '' ? t('glass.needBirthDate') : undefined}
            />
          </>
        }
      >
        <TextInput
          label={t('glass.number')}
          hint={t('glass.numberHint')}
          value={number()}
          onInput={setNumber}
          maxLength={40}
          error={tried() && number().trim() === '' ? t('glass.needNumber') : undefined}
        />
      </Show>
      <p class="quiet">{t('glass.kept')}</p>
      <div class={shapes.ways}>
        <Button type="submit" kind="primary" icon="search" busy={sending.busy()}>
          {t('glass.find')}
        </Button>
      </div>
      <div role="status">
        <Show when={vain()}>{(outcome) => <p>{t(`glass.${outcome()}`)}</p>}</Show>
      </div>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </form>
  );
}
