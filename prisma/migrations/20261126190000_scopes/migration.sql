-- Rules, quotas and records stood under a platform and a space, and all direct messages of a platform under the space '': who set
-- something there set it for everybody. They stand under a scope now, which is one space or one person.

-- Where a generation was asked for. What was not recorded is taken for the narrower: no space's channel for open to all of it.
ALTER TABLE "public"."generation" ADD COLUMN     "realm" TEXT,
ADD COLUMN     "conversation_id" TEXT,
ADD COLUMN     "audience" TEXT,
ADD COLUMN     "scope" TEXT;

UPDATE "public"."generation" g SET
  "realm" = CASE g.platform WHEN 'slack' THEN coalesce(d.address->>'teamId', g.space_id, '') ELSE g.platform END,
  "conversation_id" = coalesce(d.address->>'channelId', g.channel_id),
  "audience" = CASE
    WHEN g.space_id IS NOT NULL THEN 'closed'
    WHEN d.address->>'guildId' IS NOT NULL THEN 'guest'
    ELSE 'direct'
  END
FROM "public"."generation" o LEFT JOIN "public"."delivery" d ON d.generation_id = o.id
WHERE o.id = g.id;
UPDATE "public"."generation" SET "scope" = coalesce(space_id, 'person:' || realm || ':' || user_id);

ALTER TABLE "public"."generation" ALTER COLUMN "realm" SET NOT NULL,
ALTER COLUMN "conversation_id" SET NOT NULL,
ALTER COLUMN "audience" SET NOT NULL,
ALTER COLUMN "scope" SET NOT NULL;

-- Realms of Slack people as far as they can be known: from what they asked for, or else from the only workspace that there is.
CREATE TEMPORARY TABLE slack_person ON COMMIT DROP AS
  WITH known AS (SELECT DISTINCT user_id, realm FROM "public"."generation" WHERE platform = 'slack' AND realm <> '')
  SELECT user_id, min(realm) AS realm FROM known GROUP BY user_id HAVING count(*) = 1;
CREATE TEMPORARY TABLE only_workspace ON COMMIT DROP AS
  WITH known AS (
    SELECT realm FROM "public"."generation" WHERE platform = 'slack' AND realm <> ''
    UNION SELECT space_id FROM "public"."installation" WHERE platform = 'slack'
  )
  SELECT min(realm) AS realm FROM known HAVING count(*) = 1;
CREATE FUNCTION pg_temp.person(platform TEXT, user_id TEXT) RETURNS TEXT LANGUAGE sql AS $$
  SELECT 'person:' || coalesce(
    CASE WHEN $1 <> 'slack' THEN $1 END,
    (SELECT p.realm FROM pg_temp.slack_person p WHERE p.user_id = $2),
    (SELECT o.realm FROM pg_temp.only_workspace o
     WHERE NOT EXISTS (SELECT 1 FROM "public"."generation" g WHERE g.platform = 'slack' AND g.user_id = $2))
  ) || ':' || $2
$$;

-- What people paid stays theirs, and what admins did stays on record, under their own names; a grant or record of nobody knows where keeps
-- a key that nobody has.
UPDATE "public"."ledger_entry" l SET "space_id" = g.scope
FROM "public"."generation" g WHERE g.id = l.generation_id AND l.space_id = '';
UPDATE "public"."ledger_entry" SET "space_id" = coalesce(pg_temp.person(platform, user_id), 'person::' || user_id)
WHERE space_id = '';
UPDATE "public"."audit_entry" SET "space_id" = coalesce(pg_temp.person(platform, actor_id), 'person::' || actor_id)
WHERE space_id = '';

-- Rules for everybody's direct messages go: they were one workspace's over all others. The records above tell what they were.
DELETE FROM "public"."quota_policy" WHERE "space_id" = '';
DELETE FROM "public"."policy" WHERE "space_id" = '';
DELETE FROM "public"."space_settings" WHERE "space_id" = '';
DELETE FROM "public"."saved_pin" WHERE "owner" = 'space' AND "owner_id" = '';

-- What is a Slack person's own but of nobody knows which workspace goes too: it could be given to somebody else.
DELETE FROM "public"."user_settings" WHERE pg_temp.person(platform, user_id) IS NULL;
DELETE FROM "public"."saved_pin" WHERE "owner" = 'user' AND pg_temp.person(platform, owner_id) IS NULL;
UPDATE "public"."user_settings" SET "user_id" = pg_temp.person(platform, user_id);
UPDATE "public"."saved_pin" SET "owner_id" = pg_temp.person(platform, owner_id) WHERE "owner" = 'user';
DROP FUNCTION pg_temp.person(TEXT, TEXT);

ALTER TABLE "public"."user_settings" RENAME COLUMN "user_id" TO "person";
ALTER TABLE "public"."quota_policy" RENAME COLUMN "space_id" TO "scope";
ALTER TABLE "public"."ledger_entry" RENAME COLUMN "space_id" TO "scope";
ALTER TABLE "public"."policy" RENAME COLUMN "space_id" TO "scope";
ALTER TABLE "public"."space_settings" RENAME COLUMN "space_id" TO "scope";
ALTER TABLE "public"."audit_entry" RENAME COLUMN "space_id" TO "scope";

-- RenameIndex
ALTER INDEX "public"."ledger_entry_platform_space_id_user_id_at_idx" RENAME TO "ledger_entry_platform_scope_user_id_at_idx";
ALTER INDEX "public"."ledger_entry_platform_space_id_channel_id_at_idx" RENAME TO "ledger_entry_platform_scope_channel_id_at_idx";
ALTER INDEX "public"."ledger_entry_platform_space_id_at_idx" RENAME TO "ledger_entry_platform_scope_at_idx";
ALTER INDEX "public"."audit_entry_platform_space_id_id_idx" RENAME TO "audit_entry_platform_scope_id_idx";

-- DropIndex
DROP INDEX "public"."generation_platform_user_id_created_at_id_idx";
DROP INDEX "public"."generation_platform_space_id_created_at_id_idx";
DROP INDEX "public"."generation_platform_channel_id_created_at_id_idx";
DROP INDEX "public"."generation_status_platform_space_id_idx";

-- CreateIndex
CREATE INDEX "generation_platform_realm_user_id_created_at_id_idx" ON "public"."generation"("platform", "realm", "user_id", "created_at", "id");
CREATE INDEX "generation_platform_conversation_id_created_at_id_idx" ON "public"."generation"("platform", "conversation_id", "created_at", "id");
CREATE INDEX "generation_status_platform_scope_idx" ON "public"."generation"("status", "platform", "scope");

-- A key that all have in common never comes back.
ALTER TABLE "public"."generation" ADD CONSTRAINT "generation_scope_check" CHECK ("scope" <> '');
ALTER TABLE "public"."quota_policy" ADD CONSTRAINT "quota_policy_scope_check" CHECK ("scope" <> '');
ALTER TABLE "public"."ledger_entry" ADD CONSTRAINT "ledger_entry_scope_check" CHECK ("scope" <> '');
ALTER TABLE "public"."policy" ADD CONSTRAINT "policy_scope_check" CHECK ("scope" <> '');
ALTER TABLE "public"."space_settings" ADD CONSTRAINT "space_settings_scope_check" CHECK ("scope" <> '');
ALTER TABLE "public"."audit_entry" ADD CONSTRAINT "audit_entry_scope_check" CHECK ("scope" <> '');
ALTER TABLE "public"."saved_pin" ADD CONSTRAINT "saved_pin_owner_check" CHECK ("owner_id" <> '');
