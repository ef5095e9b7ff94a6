-- Whoever shows a plan (lib/live/hub.ts) hears here that more was written, once it is committed.
-- The payload is the region, the stream and the revision; what was written is read from the log.
CREATE FUNCTION "tellPlanChanged"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rembug_plan', NEW."regionId" || ' ' || NEW.stream || ' ' || NEW.revision);
  RETURN NULL;
END
$$;
CREATE TRIGGER "Event_told" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW.stream LIKE 'plan:%') EXECUTE FUNCTION "tellPlanChanged"();
