--liquibase formatted sql

--changeset kernel:004-grant-history
--comment: In production the application checks at its start that no migration is pending, and that reads Liquibase's own table.
GRANT SELECT ON public.databasechangelog TO ashlar_app;
--rollback REVOKE SELECT ON public.databasechangelog FROM ashlar_app;
