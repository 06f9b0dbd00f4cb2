-- Pictures that admins do not want to be brought along, by how they look.
CREATE TABLE "public"."blocked_picture" (
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blocked_picture_pkey" PRIMARY KEY ("platform", "scope", "hash")
);
