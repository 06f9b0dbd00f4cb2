-- What pictures cost, in thousandths of the host's unit.
ALTER TABLE "public"."ledger_entry" ADD COLUMN "cost" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "public"."quota_policy" ADD COLUMN "cost_per_day" INTEGER;
