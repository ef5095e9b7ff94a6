-- CreateEnum
CREATE TYPE "VerdictKind" AS ENUM ('different', 'shared', 'source');

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "breakYear" INTEGER,
ADD COLUMN     "replacesId" TEXT;

-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "mergedIntoId" TEXT;

-- CreateTable
CREATE TABLE "Verdict" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" "VerdictKind" NOT NULL,
    "itemIds" TEXT[],
    "seen" TEXT[],
    "source" TEXT,
    "reason" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateIndex
CREATE INDEX "Verdict_regionId_planId_idx" ON "Verdict"("regionId", "planId");

-- CreateIndex
CREATE INDEX "Indicator_regionId_replacesId_idx" ON "Indicator"("regionId", "replacesId");

-- CreateIndex
CREATE INDEX "Item_regionId_mergedIntoId_idx" ON "Item"("regionId", "mergedIntoId");

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_mergedIntoId_fkey" FOREIGN KEY ("regionId", "mergedIntoId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_regionId_replacesId_fkey" FOREIGN KEY ("regionId", "replacesId") REFERENCES "Indicator"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_regionId_authorId_fkey" FOREIGN KEY ("regionId", "authorId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Item"
  -- What was put together with another is put away, and never with itself.
  ADD CONSTRAINT "Item_merged_check" CHECK ("mergedIntoId" IS NULL OR ("archivedAt" IS NOT NULL AND "mergedIntoId" <> "id"));
ALTER TABLE "Indicator"
  ADD CONSTRAINT "Indicator_replaces_check" CHECK ("replacesId" <> "id");
ALTER TABLE "Verdict"
  ADD CONSTRAINT "Verdict_items_check" CHECK (cardinality("itemIds") >= 2 AND cardinality("itemIds") = cardinality("seen")),
  ADD CONSTRAINT "Verdict_source_check" CHECK (("kind" = 'source') = ("source" IS NOT NULL));

GRANT SELECT, INSERT, UPDATE ON "Verdict" TO rembug_app;
ALTER TABLE "Verdict" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Verdict_region" ON "Verdict" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
