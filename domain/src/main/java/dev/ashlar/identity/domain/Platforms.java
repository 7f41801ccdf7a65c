package dev.ashlar.identity.domain;

import java.util.List;

/** The products of the business: reference data. */
public interface Platforms {
    List<String> codes();

    /** Adds what is missing by code and renames what is there. The list is not empty. Returns how many changed. */
    int put(List<Platform> platforms);
}
