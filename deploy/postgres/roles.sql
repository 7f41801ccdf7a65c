-- Run once, when the server of compose.yaml creates its data directory: the owner migrates, web serves and may not change the schema.
CREATE ROLE owner LOGIN PASSWORD 'owner';
CREATE ROLE ashlar_app NOLOGIN;
CREATE ROLE web LOGIN PASSWORD 'web' IN ROLE ashlar_app;
CREATE DATABASE ashlar OWNER owner;
