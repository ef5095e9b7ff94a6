-- AlterTable
ALTER TABLE "Department" ADD COLUMN     "decreeId" TEXT,
ADD COLUMN     "successorIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "predecessorIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Succession" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT,
    "decreeId" TEXT,
    "day" DATE,
    "draft" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Succession_pkey" PRIMARY KEY ("regionId","id")
);

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_regionId_decreeId_fkey" FOREIGN KEY ("regionId", "decreeId") REFERENCES "Decree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_regionId_decreeId_fkey" FOREIGN KEY ("regionId", "decreeId") REFERENCES "Decree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Succession" TO rembug_app;
ALTER TABLE "Succession" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Succession_region" ON "Succession" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));

-- Whoever works for a department that has just ended is looked up again, in every process.
CREATE TRIGGER "Department_ended" AFTER UPDATE OF "validFrom", "validTo" ON "Department"
  FOR EACH ROW EXECUTE FUNCTION "tellPeopleChanged"();
