package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Change;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Extractor of bean validation that makes {@code Change<@Size(max = 80) String>} check the new value. */
public final class ChangeValues implements ValueExtractor<Change<@ExtractedValue ?>> {
    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        // A field that is kept is valid; one that is cleared is checked as null.
        if (change.present()) {
            receiver.value(null, change.value());
        }
    }
}
