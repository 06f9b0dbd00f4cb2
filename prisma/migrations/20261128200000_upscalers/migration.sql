-- What a painter makes finished pictures larger with, where it has something for that.
ALTER TABLE "public"."painter" ADD COLUMN "upscaler" TEXT;
