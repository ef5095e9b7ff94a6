-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "copiedFromId" TEXT,
ADD COLUMN     "leftOutReason" TEXT;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "amendmentNumber" TEXT,
ADD COLUMN     "amendmentReason" TEXT,
ADD COLUMN     "amendsId" TEXT,
ADD COLUMN     "decreeId" TEXT,
ADD COLUMN     "ipmExplanation" TEXT;

-- AlterTable
ALTER TABLE "Subdimension" ADD COLUMN     "explanation" TEXT;

-- CreateIndex
CREATE INDEX "Item_regionId_copiedFromId_idx" ON "Item"("regionId", "copiedFromId");

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_regionId_decreeId_fkey" FOREIGN KEY ("regionId", "decreeId") REFERENCES "Decree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_regionId_amendsId_fkey" FOREIGN KEY ("regionId", "amendsId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_copiedFromId_fkey" FOREIGN KEY ("regionId", "copiedFromId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Plan"
  -- It is the act that makes a draft a plan, and there is no act without a plan.
  ADD CONSTRAINT "Plan_act_check" CHECK (("phase" = 'ratified') = ("decreeId" IS NOT NULL)),
  ADD CONSTRAINT "Plan_amends_check" CHECK (("amendsId" IS NULL) = ("amendmentReason" IS NULL) AND "amendsId" <> "id");
ALTER TABLE "Item"
  ADD CONSTRAINT "Item_copied_check" CHECK ("copiedFromId" <> "id");

-- An amendment begins with each item once.
CREATE UNIQUE INDEX "Item_copy_key" ON "Item"("regionId", "planId", "copiedFromId") WHERE "copiedFromId" IS NOT NULL;
