--liquibase formatted sql

--changeset kernel:014-add-trigrams
--comment: Lets an index find a word in the middle of a text. A trusted extension: the owner of the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA kernel;
--rollback DROP EXTENSION pg_trgm;

--changeset kernel:014-create-folded splitStatements:false
--comment: The extension unaccent is not immutable, so that no generated column could use it.
CREATE FUNCTION kernel.folded(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(
        lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g')),
        'øłđħŧıæœßðþ',
        'oldhtiaosdt'
    );
COMMENT ON FUNCTION kernel.folded(text) IS 'Text in lower case without accents, as it is searched.';
--rollback DROP FUNCTION kernel.folded(text);

--changeset kernel:014-create-containing splitStatements:false
--comment: In a search text, percent and underscore mean themselves.
CREATE FUNCTION kernel.containing(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN '%' || regexp_replace(kernel.folded(words), '([\\%_])', '\\\1', 'g') || '%';
COMMENT ON FUNCTION kernel.containing(text) IS 'Pattern of LIKE for folded texts that contain these words.';
--rollback DROP FUNCTION kernel.containing(text);
