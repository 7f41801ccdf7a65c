package dev.ashlar.kernel.application;

/** The products that requests may come through. Who keeps the list implements it; the web layer asks on every request. */
@FunctionalInterface
public interface KnownPlatforms {
    /** Whether there is a platform with this code. Must answer from memory. */
    boolean contains(String code);
}
