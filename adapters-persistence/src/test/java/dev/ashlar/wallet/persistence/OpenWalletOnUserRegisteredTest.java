// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserRegistered;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.wallet.domain.Ledgers;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The wallet's hook on registrations, in the transaction of the publisher. */
@ServiceTest
class OpenWalletOnUserRegisteredTest {
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final TransactionTemplate registration;
    private final JdbcClient psql;
    private final UserId newcomer = Ledgers.newUser();

    @Autowired
    OpenWalletOnUserRegisteredTest(
            ApplicationEventPublisher events,
            InstantSource clock,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.events = events;
        this.clock = clock;
        this.registration = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @Test
    @Tag("rule-hooks-fire")
    void aRegisteredUserHasAWallet() {
        registration.executeWithoutResult(transaction -> announce());

        assertThat(wallets()).isEqualTo(1);
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void announcedTwiceItIsStillOneWallet() {
        registration.executeWithoutResult(transaction -> announce());
        registration.executeWithoutResult(transaction -> announce());

        assertThat(wallets()).isEqualTo(1);
    }

    @Test
    @Tag("rule-hooks-join-transaction")
    void aRegistrationThatIsUndoneLeavesNoWallet() {
        registration.executeWithoutResult(transaction -> {
            announce();
            transaction.setRollbackOnly();
        });

        assertThat(wallets()).isZero();
    }

    private void announce() {
        events.publishEvent(new UserRegistered(newcomer, clock.instant()));
    }

    private int wallets() {
        return psql.sql("SELECT count(*) FROM wallet.tokens WHERE user_id = ?")
                .param(newcomer.value())
                .query(Integer.class)
                .single();
    }
}
