-- CreateEnum
CREATE TYPE "GuestKind" AS ENUM ('academic', 'business', 'community', 'media', 'other');

-- CreateEnum
CREATE TYPE "GuestState" AS ENUM ('waiting', 'admitted', 'refused', 'ended');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('waiting', 'adopted', 'declined', 'withdrawn');

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'guest';

-- CreateTable
CREATE TABLE "GuestInvitation" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "joinCode" TEXT NOT NULL,
    "validTo" DATE NOT NULL,
    "most" INTEGER NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "madeById" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" TEXT,

    CONSTRAINT "GuestInvitation_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Guest" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "invitationId" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "kind" "GuestKind" NOT NULL,
    "contact" TEXT,
    "state" "GuestState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "Guest_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "itemId" TEXT,
    "dimensionId" TEXT,
    "field" TEXT,
    "proposed" TEXT,
    "seen" TEXT,
    "seenVersion" INTEGER,
    "kind" "ItemKind",
    "parentId" TEXT,
    "title" TEXT,
    "unit" TEXT,
    "direction" TEXT,
    "target" TEXT,
    "text" TEXT NOT NULL,
    "departmentId" TEXT,
    "authorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "SuggestionState" NOT NULL DEFAULT 'waiting',
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" TEXT,
    "adoptedItemId" TEXT,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "GuestInvitation_joinCode_key" ON "GuestInvitation"("joinCode");

-- CreateIndex
CREATE INDEX "Guest_regionId_invitationId_idx" ON "Guest"("regionId", "invitationId");

-- CreateIndex
CREATE INDEX "Suggestion_regionId_planId_at_idx" ON "Suggestion"("regionId", "planId", "at");

-- CreateIndex
CREATE INDEX "Suggestion_regionId_itemId_idx" ON "Suggestion"("regionId", "itemId");

-- CreateIndex
CREATE INDEX "Suggestion_regionId_adoptedItemId_idx" ON "Suggestion"("regionId", "adoptedItemId");

-- CreateIndex
CREATE INDEX "Suggestion_regionId_authorId_at_idx" ON "Suggestion"("regionId", "authorId", "at");

-- AddForeignKey
ALTER TABLE "GuestInvitation" ADD CONSTRAINT "GuestInvitation_regionId_madeById_fkey" FOREIGN KEY ("regionId", "madeById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestInvitation" ADD CONSTRAINT "GuestInvitation_regionId_endedById_fkey" FOREIGN KEY ("regionId", "endedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_regionId_id_fkey" FOREIGN KEY ("regionId", "id") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_regionId_invitationId_fkey" FOREIGN KEY ("regionId", "invitationId") REFERENCES "GuestInvitation"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_regionId_decidedById_fkey" FOREIGN KEY ("regionId", "decidedById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_planId_fkey" FOREIGN KEY ("regionId", "planId") REFERENCES "Plan"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_dimensionId_fkey" FOREIGN KEY ("regionId", "dimensionId") REFERENCES "Dimension"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_parentId_fkey" FOREIGN KEY ("regionId", "parentId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_departmentId_fkey" FOREIGN KEY ("regionId", "departmentId") REFERENCES "Department"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_authorId_fkey" FOREIGN KEY ("regionId", "authorId") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_answeredById_fkey" FOREIGN KEY ("regionId", "answeredById") REFERENCES "User"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_regionId_adoptedItemId_fkey" FOREIGN KEY ("regionId", "adoptedItemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "GuestInvitation"
  ADD CONSTRAINT "GuestInvitation_most_check" CHECK ("most" BETWEEN 1 AND 1000),
  ADD CONSTRAINT "GuestInvitation_ended_check" CHECK (num_nulls("endedAt", "endedById") IN (0, 2));
ALTER TABLE "Guest"
  ADD CONSTRAINT "Guest_decided_check" CHECK (("state" = 'waiting') = ("decidedAt" IS NULL));
ALTER TABLE "Suggestion"
  -- It is about an item or, as an idea of some kind, about a dimension.
  ADD CONSTRAINT "Suggestion_about_check" CHECK (("itemId" IS NULL) <> ("dimensionId" IS NULL)),
  ADD CONSTRAINT "Suggestion_idea_check" CHECK (("dimensionId" IS NULL) = ("kind" IS NULL)),
  ADD CONSTRAINT "Suggestion_field_check" CHECK (("field" IS NULL) = ("proposed" IS NULL)),
  -- Taken up by an item, or answered with why not; in both cases by somebody, at a time.
  ADD CONSTRAINT "Suggestion_answered_check" CHECK (
    ("state" IN ('adopted', 'declined')) = ("answeredAt" IS NOT NULL)
    AND ("answeredAt" IS NULL) = ("answeredById" IS NULL)
    AND ("state" = 'adopted') = ("adoptedItemId" IS NOT NULL)
    AND ("state" <> 'declined' OR "answer" IS NOT NULL)
  );

GRANT SELECT, INSERT, UPDATE ON "GuestInvitation", "Guest", "Suggestion" TO rembug_app;
ALTER TABLE "GuestInvitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "GuestInvitation_region" ON "GuestInvitation" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
ALTER TABLE "Guest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Guest_region" ON "Guest" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));
ALTER TABLE "Suggestion" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Suggestion_region" ON "Suggestion" TO rembug_app
  USING ("regionId" = current_setting('app.region', true))
  WITH CHECK ("regionId" = current_setting('app.region', true));

-- Whoever remembers who holds a session hears of a guest whose request was decided.
CREATE TRIGGER "Guest_changed" AFTER INSERT OR UPDATE OR DELETE ON "Guest"
  FOR EACH ROW EXECUTE FUNCTION "tellPeopleChanged"();

-- Whoever scans a code is in no region yet: one whole code in, the region that it belongs to out, and nothing else.
CREATE FUNCTION "regionOfGuestCode"(code text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT "regionId" FROM public."GuestInvitation" WHERE "joinCode" = code
$$;
REVOKE ALL ON FUNCTION "regionOfGuestCode"(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "regionOfGuestCode"(text) TO rembug_app;
