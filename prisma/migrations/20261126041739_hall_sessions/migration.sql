-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('person', 'screen', 'screenKey');

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "hallId" TEXT,
ADD COLUMN     "kind" "SessionKind" NOT NULL DEFAULT 'person';

-- CreateTable
CREATE TABLE "HallSession" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "joinCode" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "snapshotId" TEXT,

    CONSTRAINT "HallSession_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HallSession_joinCode_key" ON "HallSession"("joinCode");

-- CreateIndex
CREATE INDEX "HallSession_regionId_planId_openedAt_idx" ON "HallSession"("regionId", "planId", "openedAt");

-- CreateIndex
CREATE INDEX "Session_regionId_hallId_idx" ON "Session"("regionId", "hallId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_regionId_hallId_fkey" FOREIGN KEY ("regionId", "hallId") REFERENCES "HallSession"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HallSession" ADD CONSTRAINT "HallSession_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HallSession" ADD CONSTRAINT "HallSession_regionId_stageId_fkey" FOREIGN KEY ("regionId", "stageId") REFERENCES "Stage"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HallSession" ADD CONSTRAINT "HallSession_regionId_openedById_fkey" FOREIGN KEY ("regionId", "openedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HallSession" ADD CONSTRAINT "HallSession_regionId_closedById_fkey" FOREIGN KEY ("regionId", "closedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HallSession" ADD CONSTRAINT "HallSession_regionId_snapshotId_fkey" FOREIGN KEY ("regionId", "snapshotId") REFERENCES "Snapshot"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "HallSession"
  ADD CONSTRAINT "HallSession_day_check" CHECK ("day" BETWEEN 1 AND 99),
  -- Closing names a version, by somebody, at a time: all of it or nothing.
  ADD CONSTRAINT "HallSession_closed_check" CHECK (num_nulls("closedAt", "closedById", "snapshotId") IN (0, 3));
ALTER TABLE "Session"
  ADD CONSTRAINT "Session_hall_check" CHECK (("kind" = 'person') = ("hallId" IS NULL));

-- At most one day is open per plan.
CREATE UNIQUE INDEX "HallSession_open_key" ON "HallSession"("regionId", "planId") WHERE "closedAt" IS NULL;

GRANT SELECT, INSERT, UPDATE ON "HallSession" TO rembug_app;
ALTER TABLE "HallSession" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "HallSession_region" ON "HallSession" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));

-- Whoever types a code is in no region yet: one whole code in, the region that it belongs to out, and nothing else.
CREATE FUNCTION "regionOfJoinCode"(code text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT "regionId" FROM public."HallSession" WHERE "joinCode" = code
$$;
REVOKE ALL ON FUNCTION "regionOfJoinCode"(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "regionOfJoinCode"(text) TO rembug_app;
