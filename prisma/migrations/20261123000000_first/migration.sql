-- CreateTable
CREATE TABLE "public"."generation" (
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "root_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "space_id" TEXT,
    "channel_id" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "tasks" JSONB NOT NULL,
    "blocklist" TEXT[],
    "vendi" DOUBLE PRECISION,
    "candidates" INTEGER,
    "grid_key" TEXT,
    "failure" JSONB,
    "is_private" BOOLEAN NOT NULL,
    "idempotency_key" TEXT,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public"."cell" (
    "generation_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "seed" BIGINT NOT NULL,
    "image_key" TEXT,
    "resampled" JSONB NOT NULL,

    CONSTRAINT "cell_pkey" PRIMARY KEY ("generation_id","index")
);

-- CreateTable
CREATE TABLE "public"."latent" (
    "generation_id" TEXT NOT NULL,
    "cell_index" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "origin" TEXT NOT NULL,

    CONSTRAINT "latent_pkey" PRIMARY KEY ("generation_id","cell_index","kind")
);

-- CreateTable
CREATE TABLE "public"."pin" (
    "generation_id" TEXT NOT NULL,
    "cell" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("generation_id","cell","kind")
);

-- CreateTable
CREATE TABLE "public"."vote" (
    "generation_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("generation_id","action","user_id")
);

-- CreateTable
CREATE TABLE "public"."delivery" (
    "generation_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "channel_id" TEXT,
    "message_id" TEXT,
    "is_due" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "abandoned_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("generation_id")
);

-- CreateTable
CREATE TABLE "public"."quota_policy" (
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "images_per_day" INTEGER,
    "in_flight" INTEGER,

    CONSTRAINT "quota_policy_pkey" PRIMARY KEY ("platform","space_id","subject","subject_id")
);

-- CreateTable
CREATE TABLE "public"."ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "generation_id" TEXT,
    "kind" TEXT NOT NULL,
    "images" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public"."user_settings" (
    "platform" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "user_settings_pkey" PRIMARY KEY ("platform","user_id")
);

-- CreateTable
CREATE TABLE "public"."saved_pin" (
    "platform" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "latents" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_pin_pkey" PRIMARY KEY ("platform","owner","owner_id","name")
);

-- CreateTable
CREATE TABLE "public"."policy" (
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("platform","space_id","channel_id")
);

-- CreateTable
CREATE TABLE "public"."space_settings" (
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "space_settings_pkey" PRIMARY KEY ("platform","space_id")
);

-- CreateTable
CREATE TABLE "public"."installation" (
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credentials" JSONB,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("platform","space_id")
);

-- CreateTable
CREATE TABLE "public"."audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public"."seen_event" (
    "platform" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_event_pkey" PRIMARY KEY ("platform","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "generation_idempotency_key_key" ON "public"."generation"("idempotency_key");

-- CreateIndex
CREATE INDEX "generation_platform_user_id_created_at_id_idx" ON "public"."generation"("platform", "user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "generation_platform_space_id_created_at_id_idx" ON "public"."generation"("platform", "space_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "generation_platform_channel_id_created_at_id_idx" ON "public"."generation"("platform", "channel_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "generation_status_platform_space_id_idx" ON "public"."generation"("status", "platform", "space_id");

-- CreateIndex
CREATE INDEX "generation_parent_id_idx" ON "public"."generation"("parent_id");

-- CreateIndex
CREATE INDEX "generation_grid_key_idx" ON "public"."generation"("grid_key");

-- CreateIndex
CREATE INDEX "cell_image_key_idx" ON "public"."cell"("image_key");

-- CreateIndex
CREATE INDEX "delivery_platform_is_due_next_attempt_at_idx" ON "public"."delivery"("platform", "is_due", "next_attempt_at");

-- CreateIndex
CREATE INDEX "delivery_platform_channel_id_message_id_idx" ON "public"."delivery"("platform", "channel_id", "message_id");

-- CreateIndex
CREATE INDEX "ledger_entry_platform_space_id_user_id_at_idx" ON "public"."ledger_entry"("platform", "space_id", "user_id", "at");

-- CreateIndex
CREATE INDEX "ledger_entry_platform_space_id_channel_id_at_idx" ON "public"."ledger_entry"("platform", "space_id", "channel_id", "at");

-- CreateIndex
CREATE INDEX "ledger_entry_platform_space_id_at_idx" ON "public"."ledger_entry"("platform", "space_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_generation_id_kind_key" ON "public"."ledger_entry"("generation_id", "kind");

-- CreateIndex
CREATE INDEX "audit_entry_platform_space_id_id_idx" ON "public"."audit_entry"("platform", "space_id", "id");

-- CreateIndex
CREATE INDEX "seen_event_seen_at_idx" ON "public"."seen_event"("seen_at");

-- AddForeignKey
ALTER TABLE "public"."generation" ADD CONSTRAINT "generation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "public"."generation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."cell" ADD CONSTRAINT "cell_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."latent" ADD CONSTRAINT "latent_generation_id_cell_index_fkey" FOREIGN KEY ("generation_id", "cell_index") REFERENCES "public"."cell"("generation_id", "index") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."pin" ADD CONSTRAINT "pin_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."vote" ADD CONSTRAINT "vote_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."delivery" ADD CONSTRAINT "delivery_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public"."ledger_entry" ADD CONSTRAINT "ledger_entry_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Checks, which the Prisma schema cannot say.
ALTER TABLE "public"."generation" ADD CONSTRAINT "generation_vendi_check" CHECK ("vendi" IS NULL OR "vendi" > 0);
ALTER TABLE "public"."cell" ADD CONSTRAINT "cell_index_check" CHECK ("index" >= 0);
ALTER TABLE "public"."cell" ADD CONSTRAINT "cell_seed_check" CHECK ("seed" BETWEEN 0 AND 4294967295);
ALTER TABLE "public"."pin" ADD CONSTRAINT "pin_of_something_check" CHECK ("cell" >= -1 AND ("cell" >= 0 OR "kind" <> ''));
ALTER TABLE "public"."delivery" ADD CONSTRAINT "delivery_due_check" CHECK (NOT "is_due" OR ("next_attempt_at" IS NOT NULL AND "delivered_at" IS NULL AND "abandoned_at" IS NULL));
ALTER TABLE "public"."quota_policy" ADD CONSTRAINT "quota_policy_limits_check" CHECK ("images_per_day" >= 0 AND "in_flight" >= 0);
ALTER TABLE "public"."ledger_entry" ADD CONSTRAINT "ledger_entry_sign_check" CHECK (
    CASE "kind" WHEN 'charge' THEN "images" > 0 WHEN 'grant' THEN "images" > 0 ELSE "images" <= 0 END
);
