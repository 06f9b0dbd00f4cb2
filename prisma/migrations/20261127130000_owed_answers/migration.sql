-- Requests that were acknowledged and are not answered yet: whoever finds one whose process is gone tells its asker.
CREATE TABLE "public"."owed_answer" (
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "realm" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "holder" TEXT NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "owed_answer_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "owed_answer_platform_leased_until_idx" ON "public"."owed_answer"("platform", "leased_until");
