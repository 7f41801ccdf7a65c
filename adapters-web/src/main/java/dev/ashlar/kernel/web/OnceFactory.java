package dev.ashlar.kernel.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.Idempotency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.util.ContentCachingRequestWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes a {@link Once} of the idempotency key of a request. */
@Component
final class OnceFactory {
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1," + Idempotency.MAX_KEY_LENGTH + "}");

    private final Idempotency idempotency;
    private final JsonMapper json;

    OnceFactory(Idempotency idempotency, JsonMapper json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    Once of(NativeWebRequest webRequest) {
        var key = webRequest.getHeader(Idempotency.KEY_HEADER);
        if (key == null) {
            throw KernelProblem.IDEMPOTENCY_KEY_REQUIRED
                    .because("Send a new random key, and the same one when you send this request again.")
                    .at(Idempotency.KEY_HEADER, "is required");
        }
        if (!VISIBLE_ASCII.matcher(key).matches()) {
            throw KernelProblem.INVALID_REQUEST
                    .because("Send a random UUID, for example.")
                    .at(
                            Idempotency.KEY_HEADER,
                            "must be 1 to " + Idempotency.MAX_KEY_LENGTH + " visible ASCII characters");
        }
        var request = webRequest.getNativeRequest(ContentCachingRequestWrapper.class);
        if (request == null) {
            throw new IllegalStateException("The filter that keeps bodies of requests with a key is missing.");
        }
        return new Once(key, () -> hashOf(request), idempotency, json);
    }

    /** Everything before the body is free of line breaks, so no two requests have the same text. */
    private static String hashOf(ContentCachingRequestWrapper request) {
        try {
            StreamUtils.drain(request.getInputStream()); // whatever the handler has not read
            var digest = MessageDigest.getInstance("SHA-256");
            var line = request.getMethod() + '\n' + request.getRequestURI() + '\n' + request.getQueryString() + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.getContentAsByteArray()));
        } catch (IOException callerIsGone) {
            throw new UncheckedIOException(callerIsGone);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
