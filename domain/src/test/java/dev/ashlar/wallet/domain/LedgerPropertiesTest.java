// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of wallet and ledger under any order of postings and holds. */
class LedgerPropertiesTest {
    private static final UserId OWNER = Ledgers.newUser();

    @Property
    void keepsWalletAndLedgerInAgreement(@ForAll("attempts") List<Attempt> attempts) {
        var wallet = Wallet.empty(OWNER);
        var ledger = new ArrayList<LedgerEntry>();
        for (var attempt : attempts) {
            try {
                wallet = attempt.on(wallet, ledger);
            } catch (DomainException refused) {
                assertThat(refused.type()).isEqualTo(WalletProblem.TOKENS_INSUFFICIENT);
            }
            assertThat(wallet.held()).isBetween(0L, wallet.balance());
            assertThat(wallet.balance())
                    .isEqualTo(ledger.stream().mapToLong(LedgerEntry::delta).sum());
            assertThat(wallet.lastSeq()).isEqualTo(ledger.size());
        }
        assertUnbroken(ledger);
    }

    @Property
    void refusesOnlyTokensThatAreNotAvailable(@ForAll("attempts") List<Attempt> attempts) {
        var wallet = Wallet.empty(OWNER);
        for (var attempt : attempts) {
            boolean covered = attempt.tokens() + wallet.available() >= 0;
            try {
                wallet = attempt.on(wallet, new ArrayList<>());
                assertThat(covered).isTrue();
            } catch (DomainException refused) {
                assertThat(covered).isFalse();
            }
        }
    }

    private static void assertUnbroken(List<LedgerEntry> ledger) {
        long balance = 0;
        long seq = 0;
        for (var entry : ledger) {
            assertThat(entry.seq()).isEqualTo(++seq);
            assertThat(entry.balanceBefore()).isEqualTo(balance);
            balance += entry.delta();
            assertThat(entry.balanceAfter()).isEqualTo(balance);
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var tokens = Arbitraries.longs().between(-100, 100).filter(delta -> delta != 0);
        return Combinators.combine(tokens, Arbitraries.of(true, false))
                .as(Attempt::new)
                .list()
                .ofMaxSize(60);
    }

    /**
     * Attempt to change a wallet.
     *
     * @param tokens tokens that move, or that are released (positive) or held (negative)
     * @param posts true if tokens move, false if they are held
     */
    record Attempt(long tokens, boolean posts) {
        Wallet on(Wallet wallet, List<LedgerEntry> ledger) {
            if (!posts) {
                return WalletSpecification.holding(wallet, Math.max(-tokens, -wallet.held()));
            }
            var entry = WalletSpecification.entryFor(wallet, Ledgers.posting(OWNER, UsageType.ADJUSTMENT, tokens));
            ledger.add(entry);
            return WalletSpecification.after(wallet, entry);
        }
    }
}
