package dev.ashlar.kernel.web.problem;

import java.util.Map;

/**
 * How a context's refusals read where the RealWorld API is spoken, which knows no problem documents: under a field's name
 * stands what is wrong with it. Each context that speaks it has one such component beside its controllers.
 */
public interface RealWorldErrors {
    /** What to say for a refusal that is not about a field of the body, by its code. */
    Map<String, FieldMessage> byCode();

    /** What the RealWorld API calls fields that have another name with us, by our name. */
    default Map<String, String> fieldNames() {
        return Map.of();
    }

    /** What is wrong, and with what. */
    record FieldMessage(String field, String message) {}
}
