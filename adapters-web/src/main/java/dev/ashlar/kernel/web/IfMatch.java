package dev.ashlar.kernel.web;

import dev.ashlar.kernel.KernelProblem;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Version of the resource that the caller means to change. A handler parameter of this type makes the {@code If-Match} header
 * required: without it the request is refused with 428, with anything but one ETag of {@link ETags} with 400.
 *
 * @param version version that was answered with the resource
 */
public record IfMatch(int version) {
    /** A strong ETag as {@link ETags} writes it; nine digits always fit an int. */
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    static IfMatch of(NativeWebRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw KernelProblem.VERSION_REQUIRED
                    .because("Read the resource and send its ETag in If-Match.")
                    .at(HttpHeaders.IF_MATCH, "is required");
        }
        var version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw KernelProblem.INVALID_REQUEST
                    .because("Send the ETag of the resource in If-Match unchanged, quotes included.")
                    .at(HttpHeaders.IF_MATCH, "must be one strong ETag such as \"3\"");
        }
        return new IfMatch(Integer.parseInt(version.group(1)));
    }
}
