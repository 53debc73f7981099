// Routes of the services that can be asked.
import { getServiceFigures } from '../../shared/consultation-outcomes.ts';
import * as contract from '../../shared/services.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { listServiceMembers, listServices } from './list-services.ts';
import { readFigures } from './read-figures.ts';
import { addService, changeService, endService } from './set-service.ts';
import { endServiceMember, setServiceMember } from './set-service-member.ts';

export const serviceRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.listServices, async ({ request }) => listServices(server, actorOf(request)));
  serve(app, contract.addService, async ({ request, body }) => addService(server, callOf(request), body));
  serve(app, contract.changeService, async ({ request, params, body }) =>
    changeService(server, callOf(request), params.serviceId, body),
  );
  serve(app, contract.endService, async ({ request, params }) =>
    endService(server, callOf(request), params.serviceId),
  );
  serve(app, contract.listServiceMembers, async ({ request, params }) =>
    listServiceMembers(server, actorOf(request), params.serviceId),
  );
  serve(app, getServiceFigures, async ({ request, params }) =>
    readFigures(server, actorOf(request), params.serviceId),
  );
  serve(app, contract.setServiceMember, async ({ request, params, body }) =>
    setServiceMember(server, callOf(request), params.serviceId, body),
  );
  serve(app, contract.endServiceMember, async ({ request, params }) =>
    endServiceMember(server, callOf(request), params.serviceId, params.serviceMemberId),
  );
};
