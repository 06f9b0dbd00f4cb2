-- Who is to be forgotten, and files that are to be removed: both outlast the process that began with it.
CREATE TABLE "public"."forget_request" (
    "platform" TEXT NOT NULL,
    "realm" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forget_request_pkey" PRIMARY KEY ("platform", "realm", "user_id")
);

CREATE TABLE "public"."unwanted_blob" (
    "key" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unwanted_blob_pkey" PRIMARY KEY ("key")
);
