package dev.ashlar.wallet.application;

import dev.ashlar.wallet.domain.InMemoryAllotmentRequests;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link AllotmentViews} for tests of one thread. */
class InMemoryAllotmentViews implements AllotmentViews {
    private final InMemoryAllotmentRequests requests;

    InMemoryAllotmentViews(InMemoryAllotmentRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<AllotmentView> requests(AllotmentFilter filter, @Nullable UUID beforeId, int limit) {
        return wanted(filter)
                .filter(view -> beforeId == null || key(view).compareTo(beforeId.toString()) < 0)
                .sorted(Comparator.comparing(InMemoryAllotmentViews::key).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long countRequests(AllotmentFilter filter) {
        return wanted(filter).count();
    }

    private Stream<AllotmentView> wanted(AllotmentFilter filter) {
        return requests.all().stream()
                .map(AllotmentView::of)
                .filter(view -> filter.userId() == null || filter.userId().equals(view.userId()))
                .filter(view -> filter.status() == null || filter.status() == view.status());
    }

    private static String key(AllotmentView view) {
        return view.id().value().toString();
    }
}
