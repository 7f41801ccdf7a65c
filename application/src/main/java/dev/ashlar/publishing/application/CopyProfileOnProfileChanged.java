package dev.ashlar.publishing.application;

import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.publishing.domain.ProfileCopies;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Copies a new, edited or erased profile in the transaction of the change, so that it shows in lists at once. */
@Component
class CopyProfileOnProfileChanged {
    private final ProfileCopies copies;

    CopyProfileOnProfileChanged(ProfileCopies copies) {
        this.copies = copies;
    }

    @EventListener
    void on(ProfileChanged event) {
        copies.store(event.changed(), event.at());
    }
}
