-- Why templates planned in place of a text prior.
ALTER TABLE "public"."generation" ADD COLUMN "stand_in" TEXT;
