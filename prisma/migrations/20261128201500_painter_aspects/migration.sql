-- Shapes that a painter says it paints; empty where none was said.
ALTER TABLE "public"."painter" ADD COLUMN "aspects" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
