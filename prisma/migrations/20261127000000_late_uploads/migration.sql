-- Pictures that a platform takes as emojis or stickers only later: they outlast the process that was asked for them.
CREATE TABLE "public"."late_upload" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "file" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_upload_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "late_upload_platform_due_at_idx" ON "public"."late_upload"("platform", "due_at");
