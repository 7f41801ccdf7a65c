// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.domain.CallerAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Address of the request that the current thread handles. */
@Component
class RequestAddress implements CallerAddress {
    @Override
    public Optional<String> current() {
        // A client that has left may have no address any more.
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.ofNullable(request.getRequest().getRemoteAddr())
                : Optional.empty();
    }
}
