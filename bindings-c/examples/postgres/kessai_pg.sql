-- Once for each database, with the library in PostgreSQL's $libdir, or by its path.
CREATE FUNCTION kessai_evaluate(service text, company text, request text) RETURNS text
    AS 'kessai_pg' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
