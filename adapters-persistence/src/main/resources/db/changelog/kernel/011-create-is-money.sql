--liquibase formatted sql

--changeset kernel:011-create-is-money splitStatements:false
--comment: The scale of a column is the same for all currencies, the decimals of an amount are not.
CREATE FUNCTION kernel.is_money(amount numeric, currency text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        -- without decimals
        WHEN currency IN (
            'ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY', 'KMF', 'KRW',
            'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'
        ) THEN amount = trunc(amount)
        -- with more than two decimals, or a code of no currency
        WHEN currency IN (
            'BHD', 'CLF', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND', 'UYW', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD',
            'XDR', 'XFO', 'XFU', 'XPD', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX'
        ) THEN false
        ELSE amount = trunc(amount, 2)
    END;
COMMENT ON FUNCTION kernel.is_money(numeric, text) IS 'True if an amount has no more than the decimals of its currency (ISO 4217), and these are at most two.';
--rollback DROP FUNCTION kernel.is_money(numeric, text);
