package dev.ashlar.kernel.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.container.KeptBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** Reads the key under which a request is carried out once, and what tells it from others under the same key. */
@Component
final class OnceResolver implements HandlerMethodArgumentResolver {
    static final String KEY_HEADER = KeptBody.WHEN_PRESENT;

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,128}");

    private final Idempotency idempotency;
    private final JsonMapper json;

    OnceResolver(Idempotency idempotency, JsonMapper json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Once.class;
    }

    @Override
    public Once resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var key = webRequest.getHeader(KEY_HEADER);
        if (key == null) {
            throw KernelProblem.IDEMPOTENCY_KEY_REQUIRED
                    .because("Send a new random key, and the same one when you send this request again.")
                    .at(KEY_HEADER, "is required");
        }
        if (!VISIBLE_ASCII.matcher(key).matches()) {
            throw KernelProblem.INVALID_REQUEST
                    .because("Send a random UUID, for example.")
                    .at(KEY_HEADER, "must be 1 to 128 visible ASCII characters");
        }
        var request = webRequest.getNativeRequest(KeptBody.class);
        if (request == null) {
            throw new IllegalStateException("the body of a request with a key is kept by a filter that is missing");
        }
        return new Once(key, hashOf(request), idempotency, json);
    }

    /** Everything in front of the body is free of line breaks, so no two requests read the same. */
    private static String hashOf(KeptBody request) {
        var digest = sha256();
        var line = request.getMethod() + '\n' + request.getRequestURI() + '\n' + request.getQueryString() + '\n';
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(request.body()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
