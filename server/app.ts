// The server's parts, put together into one Fastify app that does not listen yet.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type pg from 'pg';
import { absenceRoutes } from './absences/routes.ts';
import { createFactsCache } from './access/facts.ts';
import { guardContracts } from './access/request.ts';
import { agencyRoutes } from './agencies/routes.ts';
import { assessmentRoutes } from './assessments/routes.ts';
import { breakGlassRoutes } from './break-glass/routes.ts';
import { bundleRoutes } from './bundles/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import type { Config } from './config.ts';
import { startScanning } from './consultations/attachments/scan.ts';
import { startTellingOfTime } from './consultations/by-the-clock.ts';
import { startEscalating } from './consultations/escalate.ts';
import { jointAnswerKind } from './consultations/joint-answer-kind.ts';
import { consultationRoutes } from './consultations/routes.ts';
import type { Context } from './context.ts';
import type { DocumentKind } from './documents/index.ts';
import { entryRoutes } from './entries/routes.ts';
import { guestRoutes } from './guests/routes.ts';
import { handoverRoutes } from './handovers/routes.ts';
import { metricsRoutes } from './health/metrics.ts';
import { healthRoutes } from './health/routes.ts';
import { socketPlugin } from './live/socket-plugin.ts';
import { startLive } from './live/start.ts';
import { startMails } from './mails/start.ts';
import { meetingRoutes, memoSectionKind, startCalendars, wallRoutes } from './meetings/index.ts';
import { memoRoutes } from './memos/routes.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import { openDatabase } from './platform/db/pool.ts';
import { serveClient } from './platform/http/client.ts';
import { installErrors } from './platform/http/errors.ts';
import { securityHeaders } from './platform/http/headers.ts';
import { loggerOptions } from './platform/http/logger.ts';
import { openApi } from './platform/http/openapi.ts';
import { deriveSecrets } from './platform/http/secrets.ts';
import { acceptUploads } from './platform/http/upload.ts';
import type { Server } from './server.ts';
import { serviceRoutes } from './services/routes.ts';
import { authenticate } from './sessions/authenticate.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { sharingRoutes } from './sharing/routes.ts';
import { stepRoutes } from './steps/index.ts';
import { todayRoutes } from './today/routes.ts';
import { welfareNotificationRoutes } from './welfare-notifications/routes.ts';

/** What the process around it gives to the app. */
export type AppContext = {
  readonly config: Config;
  /** One pool for each role that the server works in. */
  readonly pools: { readonly app: pg.Pool; readonly gateway: pg.Pool; readonly jobs: pg.Pool };
  /** 32 bytes, from which the keys for tokens are derived. */
  readonly secretKey: Buffer;
  /** The folder with the built client; undefined where only the interface is served. */
  readonly clientFolder: string | undefined;
  /** Set by tests; the system's own otherwise. */
  readonly clock?: Clock;
  /** Texts that several people write, beside those of the nouns: for tests. */
  readonly documentKinds?: readonly DocumentKind[];
  /** Where the log goes instead of the standard output. */
  readonly logTo?: { write(line: string): void };
};

/** Builds the app. `close()` ends what the app itself began; the pools belong to the caller. */
export const buildApp = async (given: AppContext): Promise<FastifyInstance> => {
  const { config, pools } = given;
  const app = fastify({
    logger: { ...loggerOptions(config.logLevel), ...(given.logTo && { stream: given.logTo }) },
    // Drawn: one counted by the process would tell everybody how busy the others are.
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies ?? false,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installErrors(app);

  let wake: Context['wake'] = () => undefined;
  const context: Context = {
    config,
    app: openDatabase(pools.app),
    gateway: openDatabase(pools.gateway),
    jobs: openDatabase(pools.jobs),
    clock: given.clock ?? systemClock,
    log: app.log as Context['log'],
    secrets: deriveSecrets(given.secretKey),
    wake: (streamIds) => wake(streamIds),
  };
  const server: Server = { app, context, facts: createFactsCache() };

  await app.register(cookie);
  await app.register(helmet, securityHeaders(config));
  // Per session once it is known (a school is one address), generous: typing saves a few times a second. Without a
  // session per address. Only what has a contract counts, not the client's files.
  await app.register(rateLimit, {
    hook: 'preHandler',
    max: 1_200,
    timeWindow: 60_000,
    keyGenerator: (request) => request.actor?.sessionId ?? request.ip,
    allowList: (request) => request.routeOptions.config.contract === undefined,
  });
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  await app.register(websocket, socketPlugin);
  await openApi(app);
  authenticate(app, context);
  guardContracts(app);
  acceptUploads(app);

  healthRoutes(server, pools.app);
  metricsRoutes(server);
  sessionRoutes(server);
  todayRoutes(server);
  caseRoutes(server);
  handoverRoutes(server);
  absenceRoutes(server);
  breakGlassRoutes(server);
  entryRoutes(server);
  sharingRoutes(server);
  assessmentRoutes(server);
  agencyRoutes(server);
  guestRoutes(server);
  serviceRoutes(server);
  consultationRoutes(server);
  bundleRoutes(server);
  meetingRoutes(server);
  wallRoutes(server);
  memoRoutes(server);
  stepRoutes(server);
  welfareNotificationRoutes(server);
  const live = startLive(server, pools, [
    jointAnswerKind,
    memoSectionKind(server.facts),
    ...(given.documentKinds ?? []),
  ]);
  wake = live.wake;
  startMails(server);
  startEscalating(server);
  startTellingOfTime(server);
  startCalendars(server);
  startScanning(server);
  if (given.clientFolder !== undefined) await serveClient(app, given.clientFolder);
  return app;
};
