// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.KernelProblem;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Versions of the resource that the caller means to change. A handler parameter of this type makes the {@code If-Match} header (RFC
 * 9110) required: without it the request is refused with 428. Weak tags match too, because proxies that compress weaken those of {@link
 * Versioned}.
 *
 * @param any true if the caller means every version; a change that loses a race to another one is then busy and not stale
 * @param versions versions that the caller names; none if no tag is one of ours
 */
public record IfMatch(boolean any, List<Integer> versions) {
    /** Version, and a hash of the content where {@link Versioned} adds one. Nine digits always fit an int. */
    private static final Pattern TAG = Pattern.compile("(0|[1-9][0-9]{0,8})(?:-[0-9a-f]{16})?");

    static IfMatch of(NativeWebRequest request) {
        var header = request.getHeaderValues(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw KernelProblem.VERSION_REQUIRED
                    .because("Read the resource and send its ETag in If-Match.")
                    .at(HttpHeaders.IF_MATCH, "is required");
        }
        var tags = ETag.parse(String.join(",", header));
        return new IfMatch(
                tags.stream().anyMatch(ETag::isWildcard),
                tags.stream()
                        .map(tag -> TAG.matcher(tag.tag()))
                        .filter(Matcher::matches)
                        .map(tag -> Integer.valueOf(tag.group(1)))
                        .toList());
    }

    /**
     * Returns the version to change. With one tag of ours the use case itself compares it with the resource.
     *
     * @param current reads the current version, as the caller may see it
     * @throws dev.ashlar.kernel.DomainException {@link KernelProblem#STALE_VERSION} if the caller means another version
     */
    public int version(IntSupplier current) {
        if (!any && versions.size() == 1) {
            return versions.getFirst();
        }
        int version = current.getAsInt();
        if (!any && !versions.contains(version)) {
            throw KernelProblem.STALE_VERSION
                    .because("The resource has the ETag " + Versioned.eTag(version)
                            + ", which If-Match does not name. Read it again and repeat the change.")
                    .at(HttpHeaders.IF_MATCH, "must be the ETag of the resource, quotes included");
        }
        return version;
    }
}
