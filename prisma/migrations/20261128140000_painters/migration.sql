-- What workers say of what paints beside Kaleido itself, which bots cannot ask.
CREATE TABLE "public"."painter" (
    "name" TEXT NOT NULL,
    "protocol" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "licence" TEXT,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "painter_pkey" PRIMARY KEY ("name")
);
