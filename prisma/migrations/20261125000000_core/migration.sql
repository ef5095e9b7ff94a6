-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('goal', 'target', 'indicator');

-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('draft', 'submitted', 'returned', 'approved');

-- CreateEnum
CREATE TYPE "PlanPhase" AS ENUM ('drafting', 'ratified');

-- CreateEnum
CREATE TYPE "StageState" AS ENUM ('open', 'closed', 'locked');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('secretariat', 'head', 'operator', 'coordinator', 'secondApprover', 'council', 'adviser', 'regent');

-- CreateEnum
CREATE TYPE "Tenure" AS ENUM ('definitive', 'plt', 'plh');

-- CreateTable
CREATE TABLE "Region" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "headTitle" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "vision" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Decree" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "date" DATE,
    "subject" TEXT,

    CONSTRAINT "Decree_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT,
    "passwordHash" TEXT NOT NULL,
    "passwordSetAt" TIMESTAMPTZ(3) NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "departmentId" TEXT,
    "dimensionId" TEXT,
    "tenure" "Tenure" NOT NULL DEFAULT 'definitive',
    "validFrom" DATE,
    "validTo" DATE,
    "decreeId" TEXT,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Plan" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "baselineYear" INTEGER NOT NULL,
    "years" INTEGER[],
    "phase" "PlanPhase" NOT NULL DEFAULT 'drafting',
    "draftsVisible" BOOLEAN NOT NULL DEFAULT false,
    "selfReview" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Dimension" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "coordinatorId" TEXT,
    "decreeId" TEXT,

    CONSTRAINT "Dimension_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Subdimension" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "dimensionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Subdimension_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "state" "StageState" NOT NULL DEFAULT 'open',
    "position" INTEGER NOT NULL,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Item" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" "ItemKind" NOT NULL,
    "parentId" TEXT,
    "dimensionId" TEXT,
    "subdimensionId" TEXT,
    "departmentId" TEXT NOT NULL,
    "code" TEXT,
    "title" TEXT,
    "beneficiaries" TEXT,
    "priority" TEXT,
    "horizon" TEXT,
    "status" "ItemStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" TEXT NOT NULL,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "selfApproved" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Item_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "ItemKind" NOT NULL DEFAULT 'indicator',
    "unit" TEXT,
    "direction" TEXT,
    "accumulation" TEXT,
    "valueType" TEXT,
    "scale" TEXT,
    "precision" INTEGER,
    "definition" TEXT,
    "formula" TEXT,
    "numerator" TEXT,
    "denominator" TEXT,
    "source" TEXT,
    "frequency" TEXT,
    "dataSeries" TEXT,
    "baselineYear" INTEGER,
    "baselineLow" DECIMAL(28,8),
    "baselineHigh" DECIMAL(28,8),
    "baselineText" TEXT,
    "baselineSkipReason" TEXT,
    "baselineIllustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "regionId" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "low" DECIMAL(28,8),
    "high" DECIMAL(28,8),
    "text" TEXT,
    "skipReason" TEXT,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("regionId","indicatorId","year")
);

-- CreateTable
CREATE TABLE "Supporter" (
    "regionId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,

    CONSTRAINT "Supporter_pkey" PRIMARY KEY ("regionId","itemId","departmentId")
);

-- CreateTable
CREATE TABLE "Reason" (
    "regionId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Reason_pkey" PRIMARY KEY ("regionId","itemId","check")
);

-- CreateTable
CREATE TABLE "Event" (
    "regionId" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "mutationId" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("regionId","stream","revision")
);

-- CreateIndex
CREATE UNIQUE INDEX "Region_code_key" ON "Region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Department_code_key" ON "Department"("regionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("regionId", "username");

-- CreateIndex
CREATE INDEX "Membership_regionId_userId_idx" ON "Membership"("regionId", "userId");

-- CreateIndex
CREATE INDEX "Session_regionId_userId_idx" ON "Session"("regionId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_ordinal_key" ON "Plan"("regionId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Dimension_code_key" ON "Dimension"("regionId", "planId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Subdimension_code_key" ON "Subdimension"("regionId", "planId", "code");

-- CreateIndex
CREATE INDEX "Item_regionId_planId_dimensionId_idx" ON "Item"("regionId", "planId", "dimensionId");

-- CreateIndex
CREATE INDEX "Item_regionId_parentId_idx" ON "Item"("regionId", "parentId");

-- CreateIndex
CREATE INDEX "Item_regionId_planId_departmentId_idx" ON "Item"("regionId", "planId", "departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Item_kind_key" ON "Item"("regionId", "id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_kind_key" ON "Indicator"("regionId", "id", "kind");

-- CreateIndex
CREATE INDEX "Supporter_regionId_departmentId_idx" ON "Supporter"("regionId", "departmentId");

-- CreateIndex
CREATE INDEX "Event_regionId_subjectId_revision_idx" ON "Event"("regionId", "subjectId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Event_mutationId_key" ON "Event"("regionId", "mutationId");

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decree" ADD CONSTRAINT "Decree_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_regionId_departmentId_fkey" FOREIGN KEY ("regionId", "departmentId") REFERENCES "Department"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_regionId_dimensionId_fkey" FOREIGN KEY ("regionId", "dimensionId") REFERENCES "Dimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_regionId_decreeId_fkey" FOREIGN KEY ("regionId", "decreeId") REFERENCES "Decree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dimension" ADD CONSTRAINT "Dimension_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dimension" ADD CONSTRAINT "Dimension_regionId_coordinatorId_fkey" FOREIGN KEY ("regionId", "coordinatorId") REFERENCES "Department"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dimension" ADD CONSTRAINT "Dimension_regionId_decreeId_fkey" FOREIGN KEY ("regionId", "decreeId") REFERENCES "Decree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subdimension" ADD CONSTRAINT "Subdimension_regionId_dimensionId_fkey" FOREIGN KEY ("regionId", "dimensionId") REFERENCES "Dimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_parentId_fkey" FOREIGN KEY ("regionId", "parentId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_dimensionId_fkey" FOREIGN KEY ("regionId", "dimensionId") REFERENCES "Dimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_subdimensionId_fkey" FOREIGN KEY ("regionId", "subdimensionId") REFERENCES "Subdimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_regionId_departmentId_fkey" FOREIGN KEY ("regionId", "departmentId") REFERENCES "Department"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_regionId_id_kind_fkey" FOREIGN KEY ("regionId", "id", "kind") REFERENCES "Item"("regionId", "id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_regionId_indicatorId_fkey" FOREIGN KEY ("regionId", "indicatorId") REFERENCES "Indicator"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supporter" ADD CONSTRAINT "Supporter_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supporter" ADD CONSTRAINT "Supporter_regionId_departmentId_fkey" FOREIGN KEY ("regionId", "departmentId") REFERENCES "Department"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reason" ADD CONSTRAINT "Reason_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on: the last wall behind the program's own rules.

-- Fractional keys are compared byte by byte, whatever language the database speaks.
ALTER TABLE "Item" ALTER COLUMN "position" TYPE text COLLATE "C";

-- What the columns' types cannot say. A range may stand upside down in a draft: that blocks handing in, not saving.
ALTER TABLE "Item"
  ADD CONSTRAINT "Item_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "Item_parent_check" CHECK (
    CASE "kind" WHEN 'goal' THEN "parentId" IS NULL WHEN 'target' THEN "parentId" IS NOT NULL ELSE true END
  );
ALTER TABLE "Indicator"
  ADD CONSTRAINT "Indicator_kind_check" CHECK ("kind" = 'indicator'),
  ADD CONSTRAINT "Indicator_baseline_check" CHECK (
    "baselineLow" <> 'NaN' AND "baselineHigh" <> 'NaN'
  );
ALTER TABLE "Milestone"
  ADD CONSTRAINT "Milestone_range_check" CHECK ("low" <> 'NaN' AND "high" <> 'NaN');
ALTER TABLE "Region" ADD CONSTRAINT "Region_revision_check" CHECK ("revision" >= 0);
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_revision_check" CHECK ("revision" >= 0);
ALTER TABLE "Event"
  ADD CONSTRAINT "Event_revision_check" CHECK ("revision" >= 1),
  ADD CONSTRAINT "Event_mutationId_check" CHECK (length("mutationId") BETWEEN 1 AND 200);

-- What is written in the log stays, whoever asks, replication's role included.
CREATE FUNCTION "refuseEventChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'written events cannot be changed (%)', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "Event_no_change" BEFORE UPDATE OR DELETE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION "refuseEventChange"();
CREATE TRIGGER "Event_no_truncate" BEFORE TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuseEventChange"();
ALTER TABLE "Event" ENABLE ALWAYS TRIGGER "Event_no_change", ENABLE ALWAYS TRIGGER "Event_no_truncate";

-- The role that the program serves as. `npm start` makes it first; this is for `prisma migrate deploy`.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rembug_app') THEN
    CREATE ROLE rembug_app NOLOGIN;
  END IF;
END
$$;
DO $$
BEGIN
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END
$$;
GRANT USAGE ON SCHEMA public TO rembug_app;
GRANT SELECT, INSERT ON "Event" TO rembug_app;
GRANT SELECT, INSERT, UPDATE ON "Region", "Department", "Decree", "User", "Membership", "Plan", "Dimension",
  "Subdimension", "Stage", "Item", "Indicator", "Milestone", "Supporter", "Reason", "Session", "Throttle"
  TO rembug_app;
GRANT DELETE ON "Milestone", "Supporter", "Reason", "Session", "Throttle" TO rembug_app;

-- One region never sees another. Session and Throttle are read before the region is known.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Department', 'Decree', 'User', 'Membership', 'Plan', 'Dimension', 'Subdimension',
    'Stage', 'Item', 'Indicator', 'Milestone', 'Supporter', 'Reason', 'Event']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO rembug_app USING ("regionId" = current_setting(''app.region'', true))
        WITH CHECK ("regionId" = current_setting(''app.region'', true))', name || '_region', name);
  END LOOP;
END
$$;
ALTER TABLE "Region" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Region_read" ON "Region" FOR SELECT TO rembug_app USING (true);
CREATE POLICY "Region_insert" ON "Region" FOR INSERT TO rembug_app
  WITH CHECK ("id" = current_setting('app.region', true));
CREATE POLICY "Region_update" ON "Region" FOR UPDATE TO rembug_app
  USING ("id" = current_setting('app.region', true)) WITH CHECK ("id" = current_setting('app.region', true));
