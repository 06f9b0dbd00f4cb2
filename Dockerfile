# syntax=docker/dockerfile:1
# Two images: `cpu` (the last, so the default) runs everything; `gpu` is for workers on NVIDIA hosts.

FROM node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts tsconfig.json tsconfig.build.json ./
COPY prisma prisma
COPY src src
COPY commands commands
# Installing also generates the database client and compiles.
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c AS app
WORKDIR /app
# Nothing but the volume and /tmp need be writable: caches of libraries go there.
ENV NODE_ENV=production HOME=/tmp KALEIDO_DATA=/data KALEIDO_HTTP_HOST=0.0.0.0 KALEIDO_HTTP_PORT=9464
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json .npmrc CHANGELOG.md LICENSE ./
COPY prisma/migrations prisma/migrations
COPY models models
RUN mkdir /data && chown node:node /data
VOLUME /data
EXPOSE 9464 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.KALEIDO_HTTP_PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The bot and its workers stop cleanly on SIGTERM.
STOPSIGNAL SIGTERM

FROM nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04@sha256:d02c4310b6d57ca0b16cd80298bdb33a74187baafe2eccd8a6a16180ddc90802 AS gpu
WORKDIR /app
ENV NODE_ENV=production HOME=/tmp KALEIDO_DATA=/data KALEIDO_HTTP_HOST=0.0.0.0 KALEIDO_HTTP_PORT=9464 \
    KALEIDO_PROVIDERS=cuda,cpu KALEIDO_BATCH_CELLS=16
COPY --from=app /usr/local/bin/node /usr/local/bin/node
COPY --from=app /app /app
# The CUDA libraries of onnxruntime come from their own host, once, at build time.
RUN ONNXRUNTIME_NODE_INSTALL=cuda12 node node_modules/onnxruntime-node/script/install.js \
    && mkdir -p /data && chown 1000:1000 /data
# The same number as node of the other image: bot and worker write into one volume.
USER 1000:1000
VOLUME /data
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["worker"]

FROM app AS cpu
USER node
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["up"]
