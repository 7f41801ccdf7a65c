package dev.ashlar.kernel.web.problem;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request, in its answer, its problem and every log line it causes. */
public final class RequestIds {
    /** Request and answer header. */
    public static final String HEADER = "X-Request-Id";

    /** Key in the logging context. */
    public static final String MDC_KEY = "requestId";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    /** Nothing that could forge a log line or blow one up. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestIds() {}

    /** Names the request, once: as the caller did if that name is sane, anew otherwise. */
    public static String assign(ServletRequest request, @Nullable String proposed) {
        if (request.getAttribute(ATTRIBUTE) instanceof String assigned) {
            return assigned;
        }
        var id = proposed != null && SANE.matcher(proposed).matches() ? proposed : next();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The request's name; a new one if it failed before it got any. */
    public static String of(ServletRequest request) {
        return assign(request, null);
    }

    /** Ids need to differ, not to be secret, so the cheap random source does. */
    private static String next() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
