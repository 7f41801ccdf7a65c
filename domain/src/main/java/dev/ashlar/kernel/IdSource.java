package dev.ashlar.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Where new keys come from. Injected instead of called statically, so that a test can say which keys it expects.
 */
@FunctionalInterface
public interface IdSource {
    /** The next key, later in order than every key this source gave before. */
    UUID next();

    /** UUIDv7 (RFC 9562): ordered by time, so that new rows land at the end of an index. */
    static IdSource timeOrdered() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
