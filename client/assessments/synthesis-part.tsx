// The synthesis beside the parties' views, and the views that differ: a difference that stays is a result too.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { AuthorLine } from './author-line.tsx';
import { Comments } from './comments.tsx';
import { OwnActions } from './own-actions.tsx';
import { DraftNote } from './own-contribution.tsx';
import parts from './parts.module.css';
import { addressFor, startOf, useAssessment } from './room.ts';
import { entriesOf } from './sections.ts';
import { TextPart } from './text-part.tsx';
import { textIn, Words } from './written.tsx';

export function SynthesisPart(): JSX.Element {
  const room = useAssessment();
  return (
    <>
      <TextPart
        kind="synthesis"
        mayWrite={room.assessment().can.includes('synthesize')}
        empty={t('assessment.synthesisEmpty')}
        placeholder={t('assessment.synthesisPlaceholder')}
        fields={[
          { field: 'synthesis', label: t('assessment.synthesis') },
          { field: 'agreement', label: t('assessment.agreement'), hint: t('assessment.agreementHint') },
          { field: 'conclusions', label: t('assessment.conclusions') },
          { field: 'proposals', label: t('assessment.proposals'), hint: t('assessment.proposalsHint') },
        ]}
      />
      <Dissents />
    </>
  );
}

function Dissents(): JSX.Element {
  const room = useAssessment();
  const [writing, setWriting] = createSignal(false);
  const all = createMemo(() => entriesOf(room.workspace(), room.assessment().id, 'dissent'));
  const mine = () => all().find((one) => one.authorIds.includes(room.me()) && one.can.includes('write'));
  const others = () => all().filter((one) => one !== mine());
  const may = () => room.assessment().can.includes('dissent');
  const address = addressFor(mine, () => startOf(room, 'dissent'));
  return (
    <Show when={all().length > 0 || may()}>
      <section class={parts.block}>
        <h3>{t('assessment.dissents')}</h3>
        <p class="quiet">{t('assessment.dissentsLead')}</p>
        <For each={others()}>
          {(one) => (
            <article class={parts.inner}>
              <AuthorLine personIds={one.authorIds} own={one.authorIds.includes(room.me())} />
              <Words text={textIn(one, 'narrative')} />
              <Comments parent={one} />
            </article>
          )}
        </For>
        <Show when={mine() || writing()}>
          <article class={parts.own} data-state={mine()?.state ?? 'draft'} data-inside="">
            <AuthorLine
              personIds={[room.me()]}
              own
              note={<Show when={mine()}>{(one) => <DraftNote entry={one()} />}</Show>}
            />
            <LiveField
              entry={mine()}
              address={address('narrative')}
              field="narrative"
              label={t('assessment.ownDissent')}
              hint={t('assessment.ownDissentHint')}
            />
            <Show when={mine()}>
              {(one) => (
                <OwnActions
                  entry={one()}
                  label={t('assessment.shareText')}
                  title={t('assessment.shareTextQuestion')}
                />
              )}
            </Show>
          </article>
        </Show>
        <Show when={may() && !mine() && !writing()}>
          <div>
            <Button size="small" icon="pen" onClick={() => setWriting(true)}>
              {t('assessment.writeDissent')}
            </Button>
          </div>
        </Show>
      </section>
    </Show>
  );
}
