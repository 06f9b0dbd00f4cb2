-- Spaces that the bot has left, until what is kept of them is removed.
CREATE TABLE "public"."left_space" (
    "platform" TEXT NOT NULL,
    "space_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "left_space_pkey" PRIMARY KEY ("platform", "space_id")
);
