-- CreateEnum
CREATE TYPE "ReferenceKind" AS ENUM ('vision', 'mission', 'goal', 'target', 'programme');

-- CreateTable
CREATE TABLE "ReferenceTree" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "date" DATE,
    "subject" TEXT,
    "firstYear" INTEGER NOT NULL,
    "lastYear" INTEGER NOT NULL,
    "repealedAt" DATE,
    "repealedById" TEXT,

    CONSTRAINT "ReferenceTree_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "ReferenceNode" (
    "regionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "treeId" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" "ReferenceKind" NOT NULL,
    "code" TEXT,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "indicators" TEXT[],
    "successorId" TEXT,
    "hasNoSuccessor" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReferenceNode_pkey" PRIMARY KEY ("regionId","id")
);

-- CreateTable
CREATE TABLE "ItemReference" (
    "regionId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "nodeId" TEXT NOT NULL,

    CONSTRAINT "ItemReference_pkey" PRIMARY KEY ("regionId","itemId","nodeId")
);

-- CreateIndex
CREATE INDEX "ReferenceNode_regionId_treeId_position_idx" ON "ReferenceNode"("regionId", "treeId", "position");

-- CreateIndex
CREATE INDEX "ItemReference_regionId_nodeId_idx" ON "ItemReference"("regionId", "nodeId");

-- AddForeignKey
ALTER TABLE "ReferenceTree" ADD CONSTRAINT "ReferenceTree_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceTree" ADD CONSTRAINT "ReferenceTree_regionId_repealedById_fkey" FOREIGN KEY ("regionId", "repealedById") REFERENCES "ReferenceTree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceNode" ADD CONSTRAINT "ReferenceNode_regionId_treeId_fkey" FOREIGN KEY ("regionId", "treeId") REFERENCES "ReferenceTree"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceNode" ADD CONSTRAINT "ReferenceNode_regionId_parentId_fkey" FOREIGN KEY ("regionId", "parentId") REFERENCES "ReferenceNode"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceNode" ADD CONSTRAINT "ReferenceNode_regionId_successorId_fkey" FOREIGN KEY ("regionId", "successorId") REFERENCES "ReferenceNode"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReference" ADD CONSTRAINT "ItemReference_regionId_itemId_fkey" FOREIGN KEY ("regionId", "itemId") REFERENCES "Item"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemReference" ADD CONSTRAINT "ItemReference_regionId_nodeId_fkey" FOREIGN KEY ("regionId", "nodeId") REFERENCES "ReferenceNode"("regionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "ReferenceTree"
  ADD CONSTRAINT "ReferenceTree_years_check" CHECK ("lastYear" >= "firstYear"),
  ADD CONSTRAINT "ReferenceTree_self_check" CHECK ("repealedById" IS NULL OR ("repealedById" <> "id" AND "repealedAt" IS NOT NULL));
ALTER TABLE "ReferenceNode"
  ADD CONSTRAINT "ReferenceNode_self_check" CHECK ("successorId" <> "id" AND "parentId" <> "id"),
  -- Something takes its place, or nothing does.
  ADD CONSTRAINT "ReferenceNode_successor_check" CHECK (NOT ("hasNoSuccessor" AND "successorId" IS NOT NULL));

-- At most one tree of a region is not repealed.
CREATE UNIQUE INDEX "ReferenceTree_open_key" ON "ReferenceTree"("regionId") WHERE "repealedAt" IS NULL;

GRANT SELECT, INSERT, UPDATE ON "ReferenceTree", "ReferenceNode" TO rembug_app;
GRANT SELECT, INSERT, DELETE ON "ItemReference" TO rembug_app;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ReferenceTree', 'ReferenceNode', 'ItemReference'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO rembug_app USING ("regionId" = current_setting(''app.region'', true))
        WITH CHECK ("regionId" = current_setting(''app.region'', true))', name || '_region', name);
  END LOOP;
END
$$;

-- As before, and with the links of an item.
-- p: what lib/plan/write/change-item.ts sends. Answers {state: done, revision, hash, at}; or {state: moved} when
-- the item, the plan's frame or the mutation is no longer what the writer saw; or {state: gone} for who has left.
CREATE OR REPLACE FUNCTION "changeItem"(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  region text := p->>'regionId';
  item_id text := p->>'itemId';
  seen_version int := (p->>'version')::int;
  stream_name text := 'plan:' || (p->>'planId');
  head_revision int;
  head_hash text;
  changed int;
  moment text;
  new_body text;
  new_hash text;
BEGIN
  SELECT revision, "headHash" INTO STRICT head_revision, head_hash FROM "Plan"
    WHERE "regionId" = region AND id = p->>'planId' FOR NO KEY UPDATE;

  IF NOT EXISTS (SELECT FROM "User" WHERE "regionId" = region AND id = p->>'userId' AND "disabledAt" IS NULL)
    OR (p->>'sessionId' IS NOT NULL
      AND NOT EXISTS (SELECT FROM "Session" WHERE id = p->>'sessionId' AND "endedAt" IS NULL))
  THEN
    RETURN '{"state": "gone"}';
  END IF;
  IF EXISTS (SELECT FROM "Event" WHERE "regionId" = region AND "mutationId" = p->>'mutationId')
    OR (SELECT max(revision) FROM "Event" WHERE "regionId" = region AND stream = stream_name
      AND "subjectType" NOT IN ('item', 'comment')) > (p->>'seenRevision')::int
  THEN
    RETURN '{"state": "moved"}';
  END IF;

  -- Most changes touch no column of the trunk but its version; those are planned once.
  IF p->'trunk' = '{}' THEN
    UPDATE "Item" SET version = version + 1 WHERE "regionId" = region AND id = item_id AND version = seen_version;
    GET DIAGNOSTICS changed = ROW_COUNT;
  ELSE
    changed := "setColumns"('Item', (p->'trunk') || jsonb_build_object('version', seen_version + 1), region, item_id, seen_version);
  END IF;
  IF changed = 0 THEN
    RETURN '{"state": "moved"}';
  END IF;

  IF p->'detail' <> '{}' THEN
    PERFORM "setColumns"(p->>'detailTable', p->'detail', region, item_id, NULL);
  END IF;
  IF p ? 'emptyYears' THEN
    IF p->'emptyYears' <> '[]' THEN
      DELETE FROM "Milestone" WHERE "regionId" = region AND "indicatorId" = item_id
        AND year IN (SELECT value::int FROM jsonb_array_elements_text(p->'emptyYears'));
    END IF;
    INSERT INTO "Milestone" ("regionId", "indicatorId", year, low, high, text, "skipReason", illustrative)
      SELECT region, item_id, year, low, high, text, "skipReason", illustrative
      FROM jsonb_populate_recordset(NULL::"Milestone", p->'cells')
      ON CONFLICT ("regionId", "indicatorId", year) DO UPDATE SET
        (low, high, text, "skipReason", illustrative) =
        (EXCLUDED.low, EXCLUDED.high, EXCLUDED.text, EXCLUDED."skipReason", EXCLUDED.illustrative);
  END IF;
  IF p ? 'supporters' THEN
    DELETE FROM "Supporter" WHERE "regionId" = region AND "itemId" = item_id;
    INSERT INTO "Supporter" ("regionId", "itemId", "departmentId")
      SELECT region, item_id, value FROM jsonb_array_elements_text(p->'supporters');
  END IF;
  IF p ? 'references' THEN
    DELETE FROM "ItemReference" WHERE "regionId" = region AND "itemId" = item_id;
    INSERT INTO "ItemReference" ("regionId", "itemId", "nodeId")
      SELECT region, item_id, value FROM jsonb_array_elements_text(p->'references');
  END IF;
  IF p ? 'reasons' THEN
    DELETE FROM "Reason" WHERE "regionId" = region AND "itemId" = item_id AND "check" IN (SELECT jsonb_object_keys(p->'reasons'));
    INSERT INTO "Reason" ("regionId", "itemId", "check", text)
      SELECT region, item_id, key, value FROM jsonb_each_text(p->'reasons') WHERE value IS NOT NULL;
  END IF;

  moment := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  new_body := (p->'parts'->>0) || '"' || moment || '"' || (p->'parts'->>1) || '"' || head_hash || '"'
    || (p->'parts'->>2) || (head_revision + 1)::text || (p->'parts'->>3);
  new_hash := encode(sha256(convert_to(new_body, 'UTF8')), 'hex');
  INSERT INTO "Event" ("regionId", stream, revision, at, "actorId", "subjectType", "subjectId", action, "mutationId",
      "previousHash", hash, body)
    VALUES (region, stream_name, head_revision + 1, moment::timestamptz, p->>'userId', 'item', item_id, p->>'action',
      p->>'mutationId', head_hash, new_hash, new_body);
  UPDATE "Plan" SET revision = head_revision + 1, "headHash" = new_hash WHERE "regionId" = region AND id = p->>'planId';
  RETURN jsonb_build_object('state', 'done', 'revision', head_revision + 1, 'hash', new_hash, 'at', moment);
END
$$;
