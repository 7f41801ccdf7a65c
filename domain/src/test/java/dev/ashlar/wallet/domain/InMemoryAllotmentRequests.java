// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** In-memory {@link AllotmentRequests} for tests of one thread. */
public final class InMemoryAllotmentRequests implements AllotmentRequests {
    private final Map<AllotmentRequestId, AllotmentRequest> requests = new LinkedHashMap<>();

    /** Returns all requests, oldest first. */
    public Collection<AllotmentRequest> all() {
        return requests.values();
    }

    @Override
    public boolean add(AllotmentRequest request) {
        boolean undecided = requests.values().stream()
                .anyMatch(other -> isPending(other) && other.userId().equals(request.userId()));
        if (!undecided) {
            requests.put(request.id(), request);
        }
        return !undecided;
    }

    @Override
    public Optional<AllotmentRequest> find(AllotmentRequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public boolean decide(AllotmentRequest decided) {
        boolean undecided =
                find(decided.id()).filter(InMemoryAllotmentRequests::isPending).isPresent();
        if (undecided) {
            requests.put(decided.id(), decided);
        }
        return undecided;
    }

    private static boolean isPending(AllotmentRequest request) {
        return request.status() == AllotmentStatus.PENDING;
    }
}
