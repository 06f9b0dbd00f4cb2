-- How many beginnings of work were put aside while the painter was away.
ALTER TABLE "public"."generation" ADD COLUMN "waits" INTEGER NOT NULL DEFAULT 0;
