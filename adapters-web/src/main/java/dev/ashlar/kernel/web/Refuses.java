package dev.ashlar.kernel.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The refusals a caller of this operation must expect, by code. They become responses in the API's documentation; an
 * unknown code stops the application from starting. Those that hold for every operation are not listed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Refuses {
    /** Codes of {@link dev.ashlar.kernel.ProblemType}s, as in {@code wallet.insufficient-tokens}. */
    String[] value();
}
