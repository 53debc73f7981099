// Signing: what is missing before it, who has signed, the versions, and how a signed one is corrected.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { correctAssessment, countersignAssessment, signAssessment } from '../../shared/assessments.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { desk } from '../writing/start.ts';
import parts from './parts.module.css';
import { authorOf, useAssessment } from './room.ts';
import { missingForSigning, signaturesOf, signers, versionsOf } from './sections.ts';
import styles from './signatures-part.module.css';

/** Signs or countersigns, after one clear question. */
function SignDialog(props: {
  open: boolean;
  countersign: boolean;
  onClose: () => void;
  versionId: string | null;
}): JSX.Element {
  const room = useAssessment();
  const sending = createSending();
  const caseId = () => room.workspace().case.id;
  const sign = async () => {
    const version = room.workspace().versions.find((one) => one.id === props.versionId);
    const done = await sending.send([props.versionId, room.assessment().version], async (key) => {
      await desk()?.settle(8_000);
      if (props.countersign && version) {
        const params = { caseId: caseId(), versionId: version.id };
        await call(countersignAssessment, { params, body: { hash: version.hash }, key });
      } else {
        const params = { caseId: caseId(), assessmentId: room.assessment().id };
        await call(signAssessment, { params, body: { version: room.assessment().version }, key });
      }
    });
    if (!done) return;
    showToast(t('assessment.signedNow'));
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      title={t(props.countersign ? 'assessment.countersignTitle' : 'assessment.signTitle')}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" icon="pen" busy={sending.busy()} onClick={() => void sign()}>
            {t('assessment.sign')}
          </Button>
        </>
      }
    >
      <p>{t(props.countersign ? 'assessment.countersignLead' : 'assessment.signLead')}</p>
      <p class={styles.signature}>
        <strong>{session()?.name}</strong>
        <span>{authorOf(room.workspace(), [room.me()]).profession}</span>
      </p>
      <Show when={sending.problem()}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
    </Dialog>
  );
}

function CorrectDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  return (
    <Dialog open={props.open} title={t('assessment.correctTitle')} onClose={() => props.onClose()}>
      <Show when={props.open}>
        <CorrectForm onClose={() => props.onClose()} />
      </Show>
    </Dialog>
  );
}

function CorrectForm(props: { onClose: () => void }): JSX.Element {
  const room = useAssessment();
  const form = useForm(`correct:${room.assessment().id}`);
  const sending = createSending();
  const [missing, setMissing] = createSignal(false);
  const correct = async () => {
    const reason = form.text('reason').trim();
    setMissing(reason === '');
    if (reason === '') return;
    const params = { caseId: room.workspace().case.id, assessmentId: room.assessment().id };
    const done = await sending.send(reason, async (key) => {
      await call(correctAssessment, { params, body: { reason }, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    props.onClose();
  };
  return (
    <Show when={form.ready()} fallback={<Skeleton lines={3} />}>
      <p>{t('assessment.correctLead')}</p>
      <TextInput
        label={t('assessment.correctReason')}
        hint={t('assessment.correctReasonHint')}
        maxLength={200}
        value={form.text('reason')}
        error={missing() ? t('ui.required') : undefined}
        onInput={(text) => form.type('reason', text)}
      />
      <Show when={sending.problem()}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
      <div>
        <Button kind="primary" busy={sending.busy()} onClick={() => void correct()}>
          {t('assessment.correct')}
        </Button>
      </div>
    </Show>
  );
}

/** What stands in the way, each with the link that takes it away; and what will stay outside. */
function BeforeSigning(): JSX.Element {
  const room = useAssessment();
  const missing = createMemo(() => missingForSigning(room.workspace(), room.assessment()));
  const outside = () =>
    missing().outside.map((one) => ({
      area: one.area,
      name: authorOf(room.workspace(), one.contributorIds).names,
    }));
  return (
    <>
      <ul class={styles.checks}>
        <li data-ok={missing().childView ? undefined : ''}>
          <Icon name={missing().childView ? 'warning' : 'check'} size={20} />
          <a href="?part=child-view">
            {t(missing().childView ? 'assessment.childMissing' : 'assessment.childThere', {
              name: room.workspace().case.childGivenName,
            })}
          </a>
        </li>
        <li data-ok={missing().synthesis ? undefined : ''}>
          <Icon name={missing().synthesis ? 'warning' : 'check'} size={20} />
          <a href="?part=synthesis">
            {t(missing().synthesis ? 'assessment.synthesisMissing' : 'assessment.synthesisThere')}
          </a>
        </li>
      </ul>
      <Show when={outside().length > 0}>
        <Notice tone="amber" title={t('assessment.outsideTitle')}>
          <For each={outside()}>
            {(one) => (
              <span class={styles.line}>
                <a href={`?area=${one.area}`}>{t(`lifeArea.${one.area}`)}</a> · {one.name}
              </span>
            )}
          </For>
        </Notice>
      </Show>
    </>
  );
}

function Signatures(props: { versionId: string }): JSX.Element {
  const room = useAssessment();
  const signed = createMemo(() => signaturesOf(room.workspace(), props.versionId));
  const waiting = createMemo(() =>
    signers(room.workspace(), room.assessment().id).filter(
      (id) => !signed().some((one) => one.personId === id),
    ),
  );
  return (
    <ul class={styles.signed}>
      <For each={signed()}>
        {(one) => (
          <li data-ok="">
            <Icon name="check" size={20} />
            <span>
              <strong>{one.name}</strong>, {t(`profession.${one.profession}`)}
              <Show when={one.substituteOf}>
                {(name) => <>, {t('membership.substituteSigned', { name: name() })}</>}
              </Show>
            </span>
            <time class="quiet" datetime={one.signedAt}>
              {dateTime(one.signedAt)}
            </time>
          </li>
        )}
      </For>
      <For each={waiting()}>
        {(id) => (
          <li>
            <Icon name="clock" size={20} />
            <span>
              {authorOf(room.workspace(), [id]).names}, {authorOf(room.workspace(), [id]).profession}
            </span>
            <span class="quiet">{t('assessment.signatureAwaited')}</span>
          </li>
        )}
      </For>
    </ul>
  );
}

export function SignaturesPart(): JSX.Element {
  const room = useAssessment();
  const [dialog, setDialog] = createSignal<'sign' | 'correct'>();
  const versions = createMemo(() => versionsOf(room.workspace(), room.assessment().id));
  const current = () => versions().find((one) => one.version === room.assessment().version);
  const can = (ability: 'sign' | 'countersign' | 'correct') => room.assessment().can.includes(ability);
  const signedByMe = () => {
    const version = current();
    return (
      version !== undefined &&
      signaturesOf(room.workspace(), version.id).some((one) => one.personId === room.me())
    );
  };
  const mayCountersign = () => can('countersign') && current() !== undefined && !signedByMe();
  const missing = createMemo(() => missingForSigning(room.workspace(), room.assessment()));
  const ready = () => !missing().childView && !missing().synthesis;
  return (
    <div class={parts.block}>
      <Show
        when={current()}
        fallback={
          <>
            <p>{t('assessment.signingLead')}</p>
            <BeforeSigning />
            <Show when={can('sign')}>
              <div class={parts.actions}>
                <Button kind="primary" icon="pen" disabled={!ready()} onClick={() => setDialog('sign')}>
                  {t('assessment.signThis')}
                </Button>
                <Show when={!ready()}>
                  <span class="quiet">{t('assessment.notReady')}</span>
                </Show>
              </div>
            </Show>
          </>
        }
      >
        {(version) => (
          <>
            <div class={styles.seal}>
              <Icon name="lock" size={24} />
              <div>
                <p>
                  <strong>{t('assessment.sealed')}</strong>
                </p>
                <p class="quiet">{t('assessment.sealedDetail', { date: dateTime(version().signedAt) })}</p>
              </div>
            </div>
            <Signatures versionId={version().id} />
            <div class={parts.actions}>
              <Show when={mayCountersign()}>
                <Button kind="primary" icon="pen" onClick={() => setDialog('sign')}>
                  {t('assessment.countersign')}
                </Button>
              </Show>
              <Show when={can('correct')}>
                <Button size="small" onClick={() => setDialog('correct')}>
                  {t('assessment.correct')}
                </Button>
              </Show>
            </div>
          </>
        )}
      </Show>
      <Show when={versions().length > 0}>
        <section class={parts.group}>
          <h3>{t('assessment.versions')}</h3>
          <ul class={styles.signed}>
            <For each={versions()}>
              {(one) => (
                <li>
                  <Icon name="file" size={20} />
                  <span>
                    <a href={`?version=${one.id}`}>{t('assessment.version', { count: one.version })}</a>
                    <Show when={one.reason}>
                      {(reason) => (
                        <span class={styles.line}>{t('assessment.because', { reason: reason() })}</span>
                      )}
                    </Show>
                  </span>
                  <time class="quiet" datetime={one.signedAt}>
                    {dateTime(one.signedAt)}
                  </time>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <SignDialog
        open={dialog() === 'sign'}
        countersign={mayCountersign()}
        versionId={current()?.id ?? null}
        onClose={() => setDialog(undefined)}
      />
      <CorrectDialog open={dialog() === 'correct'} onClose={() => setDialog(undefined)} />
    </div>
  );
}
