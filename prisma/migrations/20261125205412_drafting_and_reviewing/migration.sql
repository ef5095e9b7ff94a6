-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "iku" TEXT,
ADD COLUMN     "ipm" TEXT,
ADD COLUMN     "sdg" TEXT,
ADD COLUMN     "spbe" TEXT;

-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "rpjmd" TEXT;

-- CreateTable
CREATE TABLE "Comment" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "field" TEXT,
    "threadId" TEXT,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL,
    "isNote" BOOLEAN NOT NULL DEFAULT false,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "ReadMark" (
    "regionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "before" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("regionId","userId","subjectId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "regionId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("regionId","itemId")
);

-- CreateIndex
CREATE INDEX "Comment_regionId_itemId_at_idx" ON "Comment"("regionId", "itemId", "at");

-- CreateIndex
CREATE INDEX "Comment_regionId_planId_at_idx" ON "Comment"("regionId", "planId", "at");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_regionId_authorId_fkey" FOREIGN KEY ("regionId", "authorId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_regionId_settledById_fkey" FOREIGN KEY ("regionId", "settledById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_regionId_threadId_fkey" FOREIGN KEY ("regionId", "threadId") REFERENCES "Comment"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_regionId_userId_fkey" FOREIGN KEY ("regionId", "userId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "Comment"
  ADD CONSTRAINT "Comment_text_check" CHECK ("text" <> ''),
  ADD CONSTRAINT "Comment_settled_check" CHECK (
    ("settledAt" IS NULL) = ("settledById" IS NULL) AND ("threadId" IS NULL OR "settledAt" IS NULL)
  );
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_position_check" CHECK ("position" >= "before" AND "before" >= 0);

GRANT SELECT, INSERT, UPDATE ON "Comment", "ReadMark", "Claim" TO rembug_app;
GRANT DELETE ON "Claim" TO rembug_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Comment', 'ReadMark', 'Claim']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO rembug_app USING ("regionId" = current_setting(''app.region'', true))
        WITH CHECK ("regionId" = current_setting(''app.region'', true))', name || '_region', name);
  END LOOP;
END
$$;
