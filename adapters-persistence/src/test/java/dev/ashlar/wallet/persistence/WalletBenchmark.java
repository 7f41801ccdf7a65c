// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Comparison;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.WalletViews;
import dev.ashlar.wallet.application.WalletViews.UsageFilter;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.Wallets;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cost of the repository above plain JDBC. Both send the SQL of the mapper in separate transactions over the same pool and
 * build the same records.
 */
@Tag("benchmark")
@PersistenceTest
class WalletBenchmark {
    @Autowired
    private Wallets wallets;

    @Autowired
    private WalletViews views;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private SqlSessionFactory sqlSessions;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UserId owner = new UserId(UUID.randomUUID());

    @BeforeEach
    void fillWallet() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            wallets.open(owner, Instant.now());
            assertThat(wallets.post(posting(UsageType.PURCHASE, Posting.MAX_TOKENS)))
                    .isPresent();
        });
    }

    @Test
    void debitsOneWallet() {
        var template = new TransactionTemplate(transactions);
        var jdbc = new WalletJdbc(dataSource, sql("WalletMapper.post", posting(UsageType.PENALTY, -1)));

        var debits = Comparison.of("wallet debit")
                .candidate(
                        "repository",
                        () -> template.execute(status ->
                                wallets.post(posting(UsageType.PENALTY, -1)).orElseThrow()))
                .baseline("plain JDBC", () -> jdbc.debit(posting(UsageType.PENALTY, -1)))
                .run();

        assertThat(template.execute(status -> wallets.find(owner)).orElseThrow().balance())
                .isEqualTo(Posting.MAX_TOKENS - debits);
    }

    @Test
    void readsAPageOfTheLedger() {
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        var writing = new TransactionTemplate(transactions);
        for (int i = 0; i < 100; i++) {
            writing.execute(
                    status -> wallets.post(posting(UsageType.PENALTY, -1)).orElseThrow());
        }
        var everything = new UsageFilter(null, null, null);
        var parameters = new HashMap<String, Object>();
        parameters.put("owner", owner);
        parameters.put("filter", everything);
        parameters.put("beforeSeq", null);
        parameters.put("limit", 21);
        var jdbc = new WalletJdbc(dataSource, sql("WalletViewMapper.usages", parameters));

        assertThat(jdbc.page(owner, 21))
                .isEqualTo(template.execute(status -> views.usages(owner, everything, null, 21)))
                .hasSize(21);
        Comparison.of("ledger page of 20")
                .candidate("repository", () -> template.execute(status -> views.usages(owner, everything, null, 21)))
                .baseline("plain JDBC", () -> jdbc.page(owner, 21))
                .run();
    }

    private Posting posting(UsageType type, long delta) {
        var id = UUID.randomUUID();
        return Posting.of(
                new LedgerEntryId(id), owner, Movement.of(type, delta, "benchmark", id.toString()), Instant.now());
    }

    private String sql(String statement, Object parameter) {
        return sqlSessions
                .getConfiguration()
                .getMappedStatement("dev.ashlar.wallet.persistence." + statement)
                .getBoundSql(parameter)
                .getSql();
    }
}
