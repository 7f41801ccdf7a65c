// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.testing.GeneratedDocs;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of holds and requests under any order of attempts: they follow their lifecycle and end once. */
class LifecyclesTest {
    @Property
    void changesARequestOnlyAsItsLifecycleAllows(@ForAll @Size(max = 10) List<Boolean> decisions) {
        var request = Ledgers.allotment(Ledgers.newUser(), 5);
        int accepted = 0;
        for (boolean approve : decisions) {
            var before = request;
            try {
                request = decide(before, approve);
                accepted++;
                assertThat(AllotmentStatus.LIFECYCLE.allows(before.status(), request.status()))
                        .isTrue();
            } catch (DomainException refused) {
                assertThat(AllotmentStatus.LIFECYCLE.endsAt(before.status())).isTrue();
            }
        }
        assertThat(accepted).isEqualTo(decisions.isEmpty() ? 0 : 1);
    }

    @Property
    void changesAHoldOnlyAsItsLifecycleAllows(@ForAll @Size(max = 10) List<@IntRange(max = 2) Integer> attempts) {
        var wallets = new InMemoryWallets();
        var owner = Ledgers.newUser();
        wallets.open(owner, Ledgers.NOW);
        assertThat(wallets.post(Ledgers.purchase(owner, 10))).isPresent();
        var reference = Ledgers.slot();
        assertThat(wallets.holds().place(Ledgers.hold(owner, 4, reference), Ledgers.NOW))
                .isTrue();
        int ended = 0;
        for (int attempt : attempts) {
            var before = wallets.holds().find(reference).orElseThrow();
            boolean worked = end(wallets, before, attempt);
            var after = wallets.holds().find(reference).orElseThrow();
            if (worked) {
                ended++;
                assertThat(HoldStatus.LIFECYCLE.allows(before.status(), after.status()))
                        .isTrue();
            } else {
                assertThat(after).isEqualTo(before);
            }
        }
        assertThat(ended).isEqualTo(attempts.isEmpty() ? 0 : 1);
    }

    @Example
    void matchesTheDocumentation() {
        GeneratedDocs.assertShows("wallet.md", "hold-lifecycle", HoldStatus.LIFECYCLE);
        GeneratedDocs.assertShows("wallet.md", "allotment-lifecycle", AllotmentStatus.LIFECYCLE);
    }

    private static AllotmentRequest decide(AllotmentRequest request, boolean approve) {
        var decider = Ledgers.newUser();
        return approve
                ? request.approve(decider, Ledgers.entryId(), null, Ledgers.NOW)
                : request.reject(decider, null, Ledgers.NOW);
    }

    private static boolean end(InMemoryWallets wallets, TokenHold hold, int attempt) {
        return switch (attempt) {
            case 0 -> wallets.holds().release(hold.id(), Ledgers.NOW);
            case 1 -> wallets.holds().expireDue(hold.expiresAt(), 10) == 1;
            default -> captures(wallets, hold);
        };
    }

    private static boolean captures(InMemoryWallets wallets, TokenHold hold) {
        try {
            var posting = hold.capture(Ledgers.entryId(), "Meeting", Ledgers.NOW);
            return wallets.postCapture(hold, posting).isPresent();
        } catch (DomainException ended) {
            return false;
        }
    }
}
