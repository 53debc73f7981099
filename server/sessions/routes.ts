// Routes of signing in and out.
import * as contract from '../../shared/sessions.ts';
import { command } from '../access/command.ts';
import { actorOf, callOf } from '../access/request.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { changeAffiliation } from './acting-affiliation.ts';
import { changePassword } from './change-password.ts';
import { clearSessionToken, readDevice, setDevice, setSessionToken } from './cookies.ts';
import { listDemoRoles } from './demo-roles.ts';
import { presentSession } from './present.ts';
import { endSessions, idleMinutes, longestHours, newToken } from './session.ts';
import { signInWithPassword } from './sign-in.ts';

export const sessionRoutes = ({ app, context }: Server): void => {
  const origin = context.config.publicOrigin;
  const demo = context.config.mode === 'demo';

  serve(app, contract.getWelcome, async () => ({
    demo,
    demoRoles: demo ? await listDemoRoles(context) : [],
    version: '0.1.0',
  }));

  serve(app, contract.signIn, async ({ body, request, reply }) => {
    const device = context.secrets.unseal(readDevice(request, origin) ?? '')?.toString();
    const known = device?.split('\n')[0] === body.name.toLowerCase() ? device : undefined;
    const { actor, token } = await signInWithPassword(context, body.name, body.password, known ?? request.ip);
    setSessionToken(reply, origin, token, longestHours * 3600);
    if (known === undefined)
      setDevice(
        reply,
        origin,
        context.secrets.seal(Buffer.from(`${body.name.toLowerCase()}\n${newToken()}`)),
      );
    return presentSession(context, actor);
  });

  serve(app, contract.getSession, async ({ request }) => presentSession(context, actorOf(request)));

  // The hook has already marked the session as active.
  serve(app, contract.extendSession, async ({ request }) => {
    const { expiresAt } = await presentSession(context, actorOf(request));
    return { idleMinutes, expiresAt };
  });

  serve(app, contract.chooseAffiliation, async ({ request, reply, body }) => {
    const actor = actorOf(request);
    const { affiliations } = await presentSession(context, actor);
    if (!affiliations.some((a) => a.id === body.affiliationId)) throw new Refusal('not-found');
    const token = newToken();
    await changeAffiliation(context, callOf(request), body.affiliationId, token);
    setSessionToken(reply, origin, token, longestHours * 3600);
    const affiliation = affiliations.find((a) => a.id === body.affiliationId) ?? null;
    return presentSession(context, { ...actor, affiliation });
  });

  serve(app, contract.chooseLanguage, async ({ request, body }) => {
    await command(context, callOf(request), async ({ tx, actor }) => {
      await tx
        .updateTable('people')
        .set({ language: body.language })
        .where('id', '=', actor.personId)
        .execute();
      return { language: body.language };
    });
    return { language: body.language };
  });

  serve(app, contract.changePassword, async ({ request, body }) =>
    changePassword(context, callOf(request), body.current, body.next),
  );

  serve(app, contract.signOut, async ({ request, reply, body }) => {
    const result = await command(context, callOf(request), async ({ tx, actor, at, tell }) => {
      const ended = await endSessions(
        tx,
        actor.personId,
        body.everywhere ? {} : { only: actor.sessionId },
        at,
      );
      for (const sessionId of ended) tell(actor.personId, { kind: 'session.ended', sessionId });
      return { ended: ended.length };
    });
    clearSessionToken(reply, origin);
    return result;
  });
};
