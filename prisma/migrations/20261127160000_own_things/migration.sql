-- Pictures that people brought: those of generations, so that their blobs live as long, and those kept under a name.
ALTER TABLE "public"."generation" ADD COLUMN "own_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE INDEX "generation_own_keys_idx" ON "public"."generation" USING GIN ("own_keys");

CREATE TABLE "public"."saved_thing" (
    "platform" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "picture" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "is_faceless" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_thing_pkey" PRIMARY KEY ("platform", "owner", "owner_id", "key"),
    CONSTRAINT "saved_thing_owner_id_check" CHECK ("owner_id" <> '')
);

CREATE INDEX "saved_thing_picture_idx" ON "public"."saved_thing"("picture");
