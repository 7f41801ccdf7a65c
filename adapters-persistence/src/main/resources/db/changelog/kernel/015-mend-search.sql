--liquibase formatted sql

--changeset kernel:015-move-trigrams splitStatements:false
--comment: A database that had the extension in another schema still has it there, but indexes name its operators in this one. Needs its owner.
-- waive no-rename: no statement names the extension, and its functions keep their names
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm' AND extnamespace <> 'kernel'::regnamespace) THEN
        ALTER EXTENSION pg_trgm SET SCHEMA kernel;
    END IF;
END
$$;
--rollback SELECT 'Nothing to undo: the extension goes with the changeset that adds it.';

--changeset kernel:015-fold-letters splitStatements:false rollbackSplitStatements:false
--comment: Letters become those that unaccent makes of them, ß two of them. Capitals are listed for databases whose lower() knows ASCII only.
CREATE OR REPLACE FUNCTION kernel.folded(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ' ' || replace(
        replace(
            replace(
                replace(
                    translate(
                        lower(translate(
                            regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g'),
                            'ØŁĐĦŦÐŊƁƊƘƳƵẞÆŒÞ',
                            'øłđħŧðŋɓɗƙƴƶßæœþ'
                        )),
                        'øłđħŧðŋɓɗƙƴƶı',
                        'oldhtdnbdkyzi'
                    ),
                    'ß', 'ss'
                ),
                'æ', 'ae'
            ),
            'œ', 'oe'
        ),
        'þ', 'th'
    );
COMMENT ON FUNCTION kernel.folded(text) IS 'Text in lower case without accents, as it is searched; behind a space, as each of its words.';
--rollback CREATE OR REPLACE FUNCTION kernel.folded(value text) RETURNS text
--rollback     LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
--rollback     RETURN translate(
--rollback         lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g')),
--rollback         'øłđħŧıæœßðþ',
--rollback         'oldhtiaosdt'
--rollback     );
--rollback COMMENT ON FUNCTION kernel.folded(text) IS 'Text in lower case without accents, as it is searched.';

--changeset kernel:015-find-short-words splitStatements:false rollbackSplitStatements:false
--comment: One or two letters in the middle of a word have no trigram, so that an index would be read whole. They find how words begin.
CREATE OR REPLACE FUNCTION kernel.containing(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN length(btrim(kernel.folded(words))) > 2 THEN '%' ELSE '% ' END
        || regexp_replace(btrim(kernel.folded(words)), '([\\%_])', '\\\1', 'g')
        || '%';
COMMENT ON FUNCTION kernel.containing(text) IS
    'Pattern of LIKE for folded texts that contain these words; one or two letters find words that begin with them.';
--rollback CREATE OR REPLACE FUNCTION kernel.containing(words text) RETURNS text
--rollback     LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
--rollback     RETURN '%' || regexp_replace(kernel.folded(words), '([\\%_])', '\\\1', 'g') || '%';
--rollback COMMENT ON FUNCTION kernel.containing(text) IS 'Pattern of LIKE for folded texts that contain these words.';
