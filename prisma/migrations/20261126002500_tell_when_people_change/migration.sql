-- Whoever remembers who holds a session (lib/access/known.ts) hears here that it may no longer be so.
-- The payload is the session's id, or the region whose people or coordinators changed.
CREATE FUNCTION "tellSessionEnded"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rembug_people', 'session ' || OLD.id);
  RETURN NULL;
END
$$;
CREATE FUNCTION "tellPeopleChanged"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rembug_people', 'region ' || COALESCE(NEW."regionId", OLD."regionId"));
  RETURN NULL;
END
$$;
CREATE TRIGGER "Session_ended" AFTER UPDATE OF "endedAt" OR DELETE ON "Session"
  FOR EACH ROW EXECUTE FUNCTION "tellSessionEnded"();
CREATE TRIGGER "User_changed" AFTER UPDATE OR DELETE ON "User"
  FOR EACH ROW EXECUTE FUNCTION "tellPeopleChanged"();
CREATE TRIGGER "Membership_changed" AFTER INSERT OR UPDATE OR DELETE ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION "tellPeopleChanged"();
CREATE TRIGGER "Dimension_changed" AFTER INSERT OR UPDATE OR DELETE ON "Dimension"
  FOR EACH ROW EXECUTE FUNCTION "tellPeopleChanged"();
