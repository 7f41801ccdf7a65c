package dev.ashlar.identity.domain;

/** What somebody tried. */
public enum AuthAction {
    LOGIN,
    PASSWORD_RESET
}
