-- Which beginning of its work may write to a generation. Work that runs meanwhile is begun anew by its next worker.
ALTER TABLE "public"."generation" ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 0;
