// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link SalesHeads} for tests of one thread. */
final class InMemorySalesHeads implements SalesHeads {
    private final Map<UserId, String> teams = new LinkedHashMap<>();

    @Override
    public void appoint(SalesHead head, Instant at) {
        teams.put(head.userId(), head.team());
    }

    @Override
    public boolean dismiss(UserId head, Instant at) {
        return teams.remove(head) != null;
    }

    @Override
    public List<UserId> headsBeside(UserId head) {
        var team = teams.get(head);
        return team == null
                ? List.of()
                : teams.entrySet().stream()
                        .filter(other -> other.getValue().equalsIgnoreCase(team))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
