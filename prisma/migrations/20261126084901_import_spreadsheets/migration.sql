-- CreateTable
CREATE TABLE "Import" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "reading" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "ImportColumns" (
    "regionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "meanings" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportColumns_pkey" PRIMARY KEY ("regionId","userId","signature")
);

-- CreateTable
CREATE TABLE "DepartmentName" (
    "regionId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "departmentId" TEXT,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DepartmentName_pkey" PRIMARY KEY ("regionId","key")
);

-- CreateIndex
CREATE INDEX "Import_regionId_userId_createdAt_idx" ON "Import"("regionId", "userId", "createdAt");

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Import", "ImportColumns", "DepartmentName" TO rembug_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Import', 'ImportColumns', 'DepartmentName']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO rembug_app USING ("regionId" = current_setting(''app.region'', true))
        WITH CHECK ("regionId" = current_setting(''app.region'', true))', name || '_region', name);
  END LOOP;
END
$$;
