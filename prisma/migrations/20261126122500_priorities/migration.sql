-- CreateTable
CREATE TABLE "PriorityCriteria" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "keys" TEXT[],
    "names" TEXT[],
    "weights" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PriorityCriteria_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "PriorityScore" (
    "regionId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,

    CONSTRAINT "PriorityScore_pkey" PRIMARY KEY ("regionId","itemId","userId","criterion")
);

-- CreateTable
CREATE TABLE "PriorityDecision" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "dimensionId" TEXT NOT NULL,
    "itemIds" TEXT[],
    "reason" TEXT,
    "authorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "notedAt" TIMESTAMPTZ(3),
    "notedById" TEXT,

    CONSTRAINT "PriorityDecision_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateIndex
CREATE INDEX "PriorityScore_regionId_planId_idx" ON "PriorityScore"("regionId", "planId");

-- CreateIndex
CREATE INDEX "PriorityDecision_regionId_planId_idx" ON "PriorityDecision"("regionId", "planId");

-- AddForeignKey
ALTER TABLE "PriorityCriteria" ADD CONSTRAINT "PriorityCriteria_regionId_id_fkey" FOREIGN KEY ("regionId", "id") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityScore" ADD CONSTRAINT "PriorityScore_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityScore" ADD CONSTRAINT "PriorityScore_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityScore" ADD CONSTRAINT "PriorityScore_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityDecision" ADD CONSTRAINT "PriorityDecision_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityDecision" ADD CONSTRAINT "PriorityDecision_regionId_dimensionId_fkey" FOREIGN KEY ("regionId", "dimensionId") REFERENCES "Dimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityDecision" ADD CONSTRAINT "PriorityDecision_regionId_authorId_fkey" FOREIGN KEY ("regionId", "authorId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityDecision" ADD CONSTRAINT "PriorityDecision_regionId_notedById_fkey" FOREIGN KEY ("regionId", "notedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "PriorityCriteria"
  ADD CONSTRAINT "PriorityCriteria_parts_check" CHECK (
    cardinality("keys") BETWEEN 1 AND 20 AND cardinality("keys") = cardinality("names") AND cardinality("keys") = cardinality("weights")
  ),
  ADD CONSTRAINT "PriorityCriteria_weights_check" CHECK (0 <= ALL ("weights") AND 100 >= ALL ("weights") AND 0 < ANY ("weights"));
ALTER TABLE "PriorityScore"
  ADD CONSTRAINT "PriorityScore_score_check" CHECK ("score" BETWEEN 1 AND 5);
ALTER TABLE "PriorityDecision"
  ADD CONSTRAINT "PriorityDecision_items_check" CHECK (cardinality("itemIds") >= 1),
  -- The council's note is somebody's, at a time.
  ADD CONSTRAINT "PriorityDecision_noted_check" CHECK (("notedAt" IS NULL) = ("notedById" IS NULL));

-- At most one decision of a dimension holds.
CREATE UNIQUE INDEX "PriorityDecision_holds_key" ON "PriorityDecision"("regionId", "dimensionId") WHERE "endedAt" IS NULL;

GRANT SELECT, INSERT, UPDATE ON "PriorityCriteria", "PriorityScore", "PriorityDecision" TO rembug_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['PriorityCriteria', 'PriorityScore', 'PriorityDecision']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO rembug_app USING ("regionId" = current_setting(''app.region'', true))
        WITH CHECK ("regionId" = current_setting(''app.region'', true))', name || '_region', name);
  END LOOP;
END
$$;
