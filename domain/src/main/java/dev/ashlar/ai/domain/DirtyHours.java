package dev.ashlar.ai.domain;

import java.time.Instant;
import java.util.Collection;

/** Hours whose statistics are out of date. */
public interface DirtyHours {
    /** Marks the hours of these times; the mark is visible together with the rows of the same transaction. */
    void mark(Collection<Instant> times);
}
