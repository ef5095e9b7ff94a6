-- AlterTable
ALTER TABLE "Stage" ADD COLUMN     "snapshotId" TEXT;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_regionId_snapshotId_fkey" FOREIGN KEY ("regionId", "snapshotId") REFERENCES "Snapshot"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Stage"
  -- What is open has left nothing yet.
  ADD CONSTRAINT "Stage_snapshot_check" CHECK ("state" <> 'open' OR "snapshotId" IS NULL);
