-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('endorse', 'revise', 'resolve', 'revoke');

-- CreateTable
CREATE TABLE "Sitting" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "leader" TEXT NOT NULL,
    "leaderOffice" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "snapshotId" TEXT,
    "agenda" TEXT[],

    CONSTRAINT "Sitting_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "AgendaPoint" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sittingId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "AgendaPoint_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sittingId" TEXT NOT NULL,
    "userId" TEXT,
    "name" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "sittingId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "matter" TEXT NOT NULL,
    "matterTitle" TEXT NOT NULL,
    "dimensionId" TEXT,
    "pointId" TEXT,
    "revokesId" TEXT,
    "text" TEXT,
    "planRevision" INTEGER NOT NULL,
    "regionRevision" INTEGER NOT NULL,
    "deciderId" TEXT NOT NULL,
    "deciderName" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "tenure" "Tenure" NOT NULL,
    "office" TEXT NOT NULL,
    "decree" TEXT,
    "recordedById" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Sitting_ordinal_key" ON "Sitting"("regionId", "planId", "ordinal");

-- CreateIndex
CREATE INDEX "AgendaPoint_regionId_sittingId_idx" ON "AgendaPoint"("regionId", "sittingId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_user_key" ON "Attendance"("regionId", "sittingId", "userId");

-- CreateIndex
CREATE INDEX "Decision_regionId_sittingId_idx" ON "Decision"("regionId", "sittingId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_ordinal_key" ON "Decision"("regionId", "planId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_revokes_key" ON "Decision"("regionId", "revokesId");

-- AddForeignKey
ALTER TABLE "Sitting" ADD CONSTRAINT "Sitting_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sitting" ADD CONSTRAINT "Sitting_regionId_openedById_fkey" FOREIGN KEY ("regionId", "openedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sitting" ADD CONSTRAINT "Sitting_regionId_closedById_fkey" FOREIGN KEY ("regionId", "closedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sitting" ADD CONSTRAINT "Sitting_regionId_snapshotId_fkey" FOREIGN KEY ("regionId", "snapshotId") REFERENCES "Snapshot"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaPoint" ADD CONSTRAINT "AgendaPoint_regionId_sittingId_fkey" FOREIGN KEY ("regionId", "sittingId") REFERENCES "Sitting"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaPoint" ADD CONSTRAINT "AgendaPoint_regionId_authorId_fkey" FOREIGN KEY ("regionId", "authorId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_regionId_sittingId_fkey" FOREIGN KEY ("regionId", "sittingId") REFERENCES "Sitting"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_regionId_recordedById_fkey" FOREIGN KEY ("regionId", "recordedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_sittingId_fkey" FOREIGN KEY ("regionId", "sittingId") REFERENCES "Sitting"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_dimensionId_fkey" FOREIGN KEY ("regionId", "dimensionId") REFERENCES "Dimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_pointId_fkey" FOREIGN KEY ("regionId", "pointId") REFERENCES "AgendaPoint"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_revokesId_fkey" FOREIGN KEY ("regionId", "revokesId") REFERENCES "Decision"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_deciderId_fkey" FOREIGN KEY ("regionId", "deciderId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_regionId_recordedById_fkey" FOREIGN KEY ("regionId", "recordedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Sitting"
  -- Closing names a version, by somebody, at a time: all of it or nothing.
  ADD CONSTRAINT "Sitting_closed_check" CHECK (num_nulls("closedAt", "closedById", "snapshotId") IN (0, 3)),
  ADD CONSTRAINT "Sitting_ordinal_check" CHECK ("ordinal" > 0);
-- At most one sitting is open per plan.
CREATE UNIQUE INDEX "Sitting_open_key" ON "Sitting"("regionId", "planId") WHERE "closedAt" IS NULL;
ALTER TABLE "Decision"
  ADD CONSTRAINT "Decision_ordinal_check" CHECK ("ordinal" > 0),
  -- Only dimensions are endorsed or asked to be revised, and only a revocation names what it revokes.
  ADD CONSTRAINT "Decision_dimension_check" CHECK ("kind" NOT IN ('endorse', 'revise') OR "dimensionId" IS NOT NULL),
  ADD CONSTRAINT "Decision_revokes_check" CHECK (("kind" = 'revoke') = ("revokesId" IS NOT NULL) AND "revokesId" <> "id"),
  ADD CONSTRAINT "Decision_text_check" CHECK ("kind" = 'endorse' OR "text" IS NOT NULL),
  ADD CONSTRAINT "Decision_role_check" CHECK ("role" IN ('council', 'regent'));

GRANT SELECT, INSERT, UPDATE ON "Sitting", "AgendaPoint", "Attendance" TO rembug_app;
-- What was decided is never changed.
GRANT SELECT, INSERT ON "Decision" TO rembug_app;
ALTER TABLE "Sitting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Sitting_region" ON "Sitting" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
ALTER TABLE "AgendaPoint" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "AgendaPoint_region" ON "AgendaPoint" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
ALTER TABLE "Attendance" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Attendance_region" ON "Attendance" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
ALTER TABLE "Decision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Decision_region" ON "Decision" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
