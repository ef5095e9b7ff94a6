// Loaded before a copy of the program (`--import`): takes the region out of every statement that it sends, so that only
// row-level security is left to keep regions apart. tests/drills/second-lock.
import pg from 'pg';

const query = pg.Client.prototype.query;
const filter = /(?:"[A-Za-z0-9_]+"\.)*"regionId" = (\$\d+)/g;

/** @param {unknown} statement @param {unknown[]} rest */
pg.Client.prototype.query = function (statement, ...rest) {
  return query.call(this, opened(statement), ...rest);
};

/** @param {unknown} statement */
function opened(statement) {
  if (typeof statement === 'string') return statement.replace(filter, '($1::text IS NOT NULL)');
  const asked = /** @type {{ text?: unknown } | null} */ (statement);
  if (typeof asked?.text === 'string') asked.text = asked.text.replace(filter, '($1::text IS NOT NULL)');
  return statement;
}
