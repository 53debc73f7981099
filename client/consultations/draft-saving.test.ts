// A draft while it is typed, with networks that fail, another device that saves first, and a page that is gone.
import { describe, expect, test } from 'vitest';
import type { DraftFields } from '../../shared/consultation.ts';
import { createDraft, type KeptDraft, type Trouble } from './draft-saving.ts';
import { emptyDraft } from './empty-draft.ts';

class Met extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** A server with one draft, and a device. */
const world = () => {
  const server = { rev: 0, fields: null as DraftFields | null, up: true, gone: false, keys: [] as string[] };
  const device = { kept: null as Omit<KeptDraft, 'name' | 'device'> | null };
  let keys = 0;
  const reached = () => {
    if (!server.up) throw new Met('passing');
    if (server.gone) throw new Met('gone');
  };
  const around = {
    start: async (fields: DraftFields, key: string) => {
      reached();
      server.keys.push(key);
      server.fields = fields;
      server.rev = 1;
      return { id: 'd1', rev: 1 };
    },
    save: async (_id: string, rev: number, fields: DraftFields, key: string) => {
      reached();
      server.keys.push(key);
      if (rev !== server.rev) throw new Met('conflict');
      server.fields = fields;
      server.rev += 1;
      return { rev: server.rev, savedAt: '2026-11-26T12:07:00Z' };
    },
    read: async () => {
      reached();
      return { fields: server.fields as DraftFields, rev: server.rev, at: '2026-11-26T12:08:00Z' };
    },
    troubleOf: (error: unknown): Trouble => (error instanceof Met ? error.trouble : 'refused'),
    keep: (unsaved: Omit<KeptDraft, 'name' | 'device'> | null) => {
      device.kept = unsaved;
    },
    later: (_ms: number, run: () => void) => {
      const timer = setTimeout(run, 1);
      return () => clearTimeout(timer);
    },
    newKey: () => `key-${++keys}`,
    now: () => '2026-11-26T12:06:00Z',
  };
  return { server, device, around };
};

const empty = () => ({ id: null, fields: emptyDraft('fi'), known: null });

describe('a draft', () => {
  test('is nothing until its first word, and then stands with all that was typed', async () => {
    const { server, device, around } = world();
    const draft = createDraft(empty(), around);
    expect(await draft.settle()).toBe(false);
    expect(server.fields).toBeNull();
    draft.change({ question: 'Aamut' });
    expect(device.kept?.fields.question).toBe('Aamut');
    draft.change({ question: 'Aamut ovat vaikeita.' });
    expect(await draft.settle()).toBe(true);
    expect(server.fields?.question).toBe('Aamut ovat vaikeita.');
    expect(draft.state()).toMatchObject({ id: 'd1', kind: 'clean' });
    expect(device.kept).toBeNull();
  });

  test('keeps its words here while the network is away, and sends them when it is back', async () => {
    const { server, device, around } = world();
    server.up = false;
    const draft = createDraft(empty(), around);
    draft.change({ question: 'Aamut' });
    await expect.poll(() => draft.state().kind).toBe('kept-here');
    draft.change({ question: 'Aamut ja illat' });
    expect(device.kept?.fields.question).toBe('Aamut ja illat');
    server.up = true;
    await expect.poll(() => server.fields?.question).toBe('Aamut ja illat');
    await expect.poll(() => draft.state().kind).toBe('clean');
    // However often it was tried, it was begun once.
    expect(new Set(server.keys.slice(0, 1)).size).toBe(1);
  });

  test('goes on from what an earlier page could not send', async () => {
    const { server, device, around } = world();
    server.up = false;
    const first = createDraft(empty(), around);
    first.change({ question: 'Kesken jäi' });
    await expect.poll(() => first.state().kind).toBe('kept-here');
    first.stop();
    server.up = true;
    const kept = device.kept;
    if (kept === null) throw new Error('nothing was kept');
    const second = createDraft(kept, around);
    await expect.poll(() => second.state().kind).toBe('clean');
    expect(server.fields?.question).toBe('Kesken jäi');
    expect(server.keys).toEqual([kept.startKey]);
  });

  test('takes in what another device changed meanwhile', async () => {
    const { server, around } = world();
    const draft = createDraft(empty(), around);
    draft.change({ question: 'Aamut' });
    await draft.settle();
    server.fields = { ...(server.fields as DraftFields), urgency: 'urgent' };
    server.rev += 1;
    draft.change({ question: 'Aamut ja illat' });
    expect(await draft.settle()).toBe(true);
    expect(server.fields).toMatchObject({ question: 'Aamut ja illat', urgency: 'urgent' });
    expect(draft.state().fields.urgency).toBe('urgent');
  });

  test('saves over neither text where both wrote, until its writer has chosen', async () => {
    const { server, device, around } = world();
    const draft = createDraft(empty(), around);
    draft.change({ question: 'Alku' });
    await draft.settle();
    server.fields = { ...(server.fields as DraftFields), question: 'Puhelimella kirjoitettu' };
    server.rev += 1;
    draft.change({ question: 'Koneella kirjoitettu' });
    expect(await draft.settle()).toBe(false);
    expect(draft.state().two).toMatchObject([{ field: 'question', theirs: 'Puhelimella kirjoitettu' }]);
    expect(server.fields?.question).toBe('Puhelimella kirjoitettu');
    expect(device.kept?.fields.question).toBe('Koneella kirjoitettu');
    draft.choose('question', 'Koneella kirjoitettu\n\nPuhelimella kirjoitettu');
    expect(await draft.settle()).toBe(true);
    expect(server.fields?.question).toContain('Puhelimella');
    expect(server.fields?.question).toContain('Koneella');
  });

  test('sent elsewhere, it keeps what is written here, which can become a draft of its own', async () => {
    const { server, device, around } = world();
    const draft = createDraft(empty(), around);
    draft.change({ question: 'Alku' });
    await draft.settle();
    server.gone = true;
    draft.change({ question: 'Alku ja jatko' });
    await draft.settle();
    expect(draft.state().kind).toBe('gone');
    expect(device.kept?.fields.question).toBe('Alku ja jatko');
    server.gone = false;
    draft.beginAnew();
    expect(await draft.settle()).toBe(true);
    expect(server.fields?.question).toBe('Alku ja jatko');
  });
});
