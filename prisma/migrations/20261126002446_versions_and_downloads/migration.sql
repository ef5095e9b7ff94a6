-- CreateEnum
CREATE TYPE "DownloadState" AS ENUM ('running', 'ready', 'failed');

-- CreateTable
CREATE TABLE "Snapshot" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "planRevision" INTEGER NOT NULL,
    "regionRevision" INTEGER NOT NULL,
    "planHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorId" TEXT NOT NULL,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Download" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reach" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" "DownloadState" NOT NULL DEFAULT 'running',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "fileName" TEXT NOT NULL,
    "content" BYTEA,

    CONSTRAINT "Download_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateIndex
CREATE INDEX "Comment_regionId_authorId_planId_idx" ON "Comment"("regionId", "authorId", "planId");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_name_key" ON "Snapshot"("regionId", "planId", "name");

-- CreateIndex
CREATE INDEX "Download_regionId_userId_createdAt_idx" ON "Download"("regionId", "userId", "createdAt");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_regionId_authorId_fkey" FOREIGN KEY ("regionId", "authorId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Download" ADD CONSTRAINT "Download_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Snapshot"
  ADD CONSTRAINT "Snapshot_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "Snapshot_revision_check" CHECK ("planRevision" >= 0 AND "regionRevision" >= 0);

GRANT SELECT, INSERT ON "Snapshot" TO rembug_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Download" TO rembug_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Snapshot', 'Download']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO rembug_app USING ("regionId" = current_setting(''app.region'', true))
        WITH CHECK ("regionId" = current_setting(''app.region'', true))', name || '_region', name);
  END LOOP;
END
$$;
