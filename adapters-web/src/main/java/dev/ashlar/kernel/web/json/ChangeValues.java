package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Change;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets bean validation see into a change, so that {@code Change<@Size(max = 80) String>} means what it says. */
public final class ChangeValues implements ValueExtractor<Change<@ExtractedValue ?>> {
    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        // A field that is left alone is valid; one that is cleared must be allowed to be null.
        if (change.present()) {
            receiver.value(null, change.value());
        }
    }
}
