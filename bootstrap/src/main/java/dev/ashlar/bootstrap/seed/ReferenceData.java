package dev.ashlar.bootstrap.seed;

import java.util.List;
import org.springframework.stereotype.Component;

/** Rows that Ashlar cannot work without, in every environment. */
@Component
class ReferenceData {
    /** In the order they depend on each other. */
    List<Seed> seeds() {
        return List.of();
    }
}
