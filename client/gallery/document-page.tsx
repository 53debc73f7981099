// One document of the real server, for the eye and for the journeys, until a room of the house uses it.
import { useParams } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { Page } from '../shell/page.tsx';
import { useDocument } from '../together/live-document.ts';
import { TogetherEditor } from '../together/together-editor.tsx';

export function DocumentPage(): JSX.Element {
  const params = useParams<{ documentId: string }>();
  const document = useDocument(params.documentId);
  return (
    <Page title="Yhteinen vastaus" windowTitle="Yhteinen vastaus">
      <TogetherEditor document={document} label="Yhteinen vastaus" />
    </Page>
  );
}
