-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "reviewsOnlyId" TEXT;

-- AlterTable
ALTER TABLE "Region" ADD COLUMN     "practiceOfId" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "practiceRegionId" TEXT,
ADD COLUMN     "practiceUserId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Region_practiceOf_key" ON "Region"("practiceOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Region_practice_key" ON "Region"("id", "practiceOfId");

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_practiceOfId_fkey" FOREIGN KEY ("practiceOfId") REFERENCES "Region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_regionId_reviewsOnlyId_fkey" FOREIGN KEY ("regionId", "reviewsOnlyId") REFERENCES "Department"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_practiceRegionId_practiceUserId_fkey" FOREIGN KEY ("practiceRegionId", "practiceUserId") REFERENCES "User"("regionId", "id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_practiceRegionId_regionId_fkey" FOREIGN KEY ("practiceRegionId", "regionId") REFERENCES "Region"("id", "practiceOfId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Region" ADD CONSTRAINT "Region_practice_check" CHECK ("practiceOfId" <> "id");
-- A person practises as somebody, in some region: both or neither. A screen does not practise.
ALTER TABLE "Session"
  ADD CONSTRAINT "Session_practice_check" CHECK (
    num_nulls("practiceRegionId", "practiceUserId") IN (0, 2) AND ("practiceUserId" IS NULL OR "kind" = 'person')
  );

-- Whoever remembers who holds a session hears, too, that its person began or left practice.
DROP TRIGGER "Session_ended" ON "Session";
CREATE TRIGGER "Session_ended" AFTER UPDATE OF "endedAt", "practiceUserId" OR DELETE ON "Session"
  FOR EACH ROW EXECUTE FUNCTION "tellSessionEnded"();
