// Routes of the administration. Every one of them is refused to whoever is no administrator, by its contract.
import * as contract from '../../shared/agencies.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { addAgency, addTeam, changeTeam, endAgency } from './agencies.ts';
import { getAdministration } from './get-administration.ts';
import { addAffiliation, addPerson, endAffiliation, endPerson, resetSignIn } from './people.ts';

export const agencyRoutes = ({ app, context }: Server): void => {
  serve(app, contract.getAdministration, async ({ request }) => getAdministration(context, actorOf(request)));
  serve(app, contract.addAgency, async ({ request, body }) => addAgency(context, callOf(request), body));
  serve(app, contract.endAgency, async ({ request, params }) =>
    endAgency(context, callOf(request), params.agencyId),
  );
  serve(app, contract.addTeam, async ({ request, params, body }) =>
    addTeam(context, callOf(request), params.agencyId, body),
  );
  serve(app, contract.changeTeam, async ({ request, params, body }) =>
    changeTeam(context, callOf(request), params.teamId, body),
  );
  serve(app, contract.addPerson, async ({ request, body }) => addPerson(context, callOf(request), body));
  serve(app, contract.endPerson, async ({ request, params }) =>
    endPerson(context, callOf(request), params.personId),
  );
  serve(app, contract.addAffiliation, async ({ request, params, body }) =>
    addAffiliation(context, callOf(request), params.personId, body),
  );
  serve(app, contract.endAffiliation, async ({ request, params }) =>
    endAffiliation(context, callOf(request), params.affiliationId),
  );
  serve(app, contract.resetSignIn, async ({ request, params }) =>
    resetSignIn(context, callOf(request), params.personId),
  );
};
