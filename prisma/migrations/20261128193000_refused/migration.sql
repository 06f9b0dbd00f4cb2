-- Why a painter shows no picture of a cell, where the grid's others have theirs.
ALTER TABLE "public"."cell" ADD COLUMN "refused" TEXT;
