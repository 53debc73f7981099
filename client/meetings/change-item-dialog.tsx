// Another presenter of a case on the agenda, or what its family knows and thinks of the discussion.
import { createSignal, type JSX, Show } from 'solid-js';
import type { OpenItem } from '../../shared/meeting.ts';
import { changeItem } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { useWorkspace } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { type ItemDraft, ItemFields, stanceOf } from './item-fields.tsx';
import { useDoing } from './meetings-query.ts';
import { homeTeam } from './own-cases.ts';

export function ChangeItemDialog(props: { item: OpenItem; onClose: () => void }): JSX.Element {
  const { id, caseId, version, familyStance, familyNote, presenter: presents } = props.item;
  const doing = useDoing();
  const query = useWorkspace(() => caseId);
  const workspace = () => (query.isSuccess ? query.data : undefined);
  const [draft, setDraft] = createSignal<ItemDraft>({
    presenter: '',
    stance: familyStance ?? '',
    note: familyNote ?? '',
  });
  const presenter = () => {
    const one = workspace();
    const now = one && homeTeam(one, new Date()).find(({ personId }) => personId === presents.personId);
    return draft().presenter || (now?.id ?? '');
  };
  const save = async () => {
    const params = { itemId: id };
    const body = {
      version,
      presenterMembershipId: presenter() || null,
      familyStance: stanceOf(draft().stance),
      familyNote: draft().note.trim() || null,
    };
    if (!(await doing.run(body, (key) => call(changeItem, { params, body, key })))) return;
    showToast(t('meeting.changed'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('meeting.changeItemTitle', { name: props.item.childGivenName })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void save()}>
            {t('meeting.save')}
          </Button>
        </>
      }
    >
      <ItemFields
        workspace={workspace()}
        value={{ ...draft(), presenter: presenter() }}
        onChange={(part, text) => setDraft((now) => ({ ...now, [part]: text }))}
      />
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
