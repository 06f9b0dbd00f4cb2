-- AlterTable
ALTER TABLE "public"."generation" ADD COLUMN     "is_exhausted" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "public"."cell" ADD COLUMN     "draft" JSONB,
ADD COLUMN     "prompt" TEXT;

-- AlterTable
ALTER TABLE "public"."pin" ADD COLUMN     "is_local" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "generation_root_id_created_at_idx" ON "public"."generation"("root_id", "created_at");

-- A pin of a cell alone names a cell and a kind.
ALTER TABLE "public"."pin" ADD CONSTRAINT "pin_local_check" CHECK (NOT "is_local" OR ("cell" >= 0 AND "kind" <> ''));
