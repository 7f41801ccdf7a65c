// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link DiscountRequests} for tests of one thread. */
final class InMemoryDiscountRequests implements DiscountRequests {
    private final Map<DiscountRequestId, DiscountRequest> requests = new LinkedHashMap<>();

    List<DiscountRequest> all() {
        return List.copyOf(requests.values());
    }

    @Override
    public void insert(DiscountRequest request) {
        requests.put(request.id(), request);
    }

    @Override
    public Optional<DiscountRequest> find(DiscountRequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public List<DiscountRequest> ofApplication(ApplicationId id) {
        return all().stream()
                .filter(request -> request.subject().applicationId().equals(id))
                .toList();
    }

    @Override
    public boolean decide(DiscountRequest decided) {
        boolean isPending = find(decided.id())
                .filter(request -> request.status() == DiscountStatus.PENDING)
                .isPresent();
        if (isPending) {
            insert(decided);
        }
        return isPending;
    }

    @Override
    public void endPending(ApplicationId id, String note, Instant at) {
        ofApplication(id).stream()
                .filter(request -> request.status() == DiscountStatus.PENDING)
                .forEach(request -> insert(new DiscountRequest(
                        request.id(),
                        request.subject(),
                        request.requestedPrice(),
                        request.requestedBy(),
                        DiscountStatus.REJECTED,
                        new DiscountRequest.Decision(null, null, at, note),
                        request.createdAt())));
    }
}
