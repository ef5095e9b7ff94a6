-- Row-level security holds for the tables' owner too: a connection that names a region sees that region alone, even
-- if it did not become rembug_app. Without a region (migrations, backup) the owner sees everything, as before.
-- Session is read before the region is known; Region lists the regions at sign-in.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'regionId'
      AND NOT a.attisdropped AND c.relrowsecurity AND NOT c.relforcerowsecurity
    ORDER BY 1
  LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY %I ON %I TO CURRENT_USER
        USING (coalesce(current_setting(''app.region'', true), '''') IN ('''', "regionId"))
        WITH CHECK (coalesce(current_setting(''app.region'', true), '''') IN ('''', "regionId"))', name || '_owner', name);
  END LOOP;
END
$$;
