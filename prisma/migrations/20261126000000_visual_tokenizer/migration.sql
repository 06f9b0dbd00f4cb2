-- AlterTable
ALTER TABLE "public"."cell" ADD COLUMN     "lost" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "visual_tokenizer" TEXT;

-- AlterTable
ALTER TABLE "public"."saved_pin" ADD COLUMN     "visual_tokenizer" TEXT;
