package dev.ashlar.ai.domain;

import java.util.List;
import java.util.Set;

/** Interactions with language models. */
public interface Interactions {
    /** Stores interactions in one statement; returns the ids of those that were not stored before. */
    Set<InteractionId> insert(List<Interaction> interactions);
}
