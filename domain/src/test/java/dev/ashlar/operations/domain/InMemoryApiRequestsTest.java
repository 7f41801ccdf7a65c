// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.util.List;

class InMemoryApiRequestsTest extends ApiRequestsContract {
    private final InMemoryApiRequests requests = new InMemoryApiRequests();

    @Override
    protected ApiRequests requests() {
        return requests;
    }

    @Override
    protected List<Sum> sums() {
        return requests.sums();
    }

    @Override
    protected long personal() {
        return requests.all.stream()
                .filter(request -> !request.client().equals(new RequestClient(null, "mentor", null, null))
                        || request.operation().path() != null
                        || request.traceId() != null)
                .count();
    }
}
