// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class ContextDatabasesTest {
    private static final String OF_SYNC = "dev.ashlar.sync.persistence.mrlearn.CourseMapper.upsert";
    private static final String OF_WALLET = "dev.ashlar.wallet.persistence.WalletMapper.find";
    private static final String OF_KERNEL = "dev.ashlar.kernel.persistence.QuotaMapper.take";

    private static final String OF_AUDIT_LOG = "dev.ashlar.kernel.persistence.AuditEntryMapper.entries";

    private final ContextDatabases databases = new ContextDatabases(Set.of("sync", "operations"), Set.of("sync"));

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        TransactionSynchronizationUtils.triggerAfterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void areChosenByTheFirstStatementOfATransaction() {
        databases.enter(OF_SYNC);
        databases.enter(OF_SYNC);

        assertThat(databases.current()).isEqualTo("sync");
    }

    @Test
    void areTheCommonOneForAllOtherContexts() {
        databases.enter(OF_WALLET);
        databases.enter(OF_KERNEL);

        assertThat(databases.current()).isEmpty();
    }

    @Test
    void areTheCommonOneForAConnectionThatNoMapperHasAskedFor() {
        assertThat(databases.current()).isEmpty();

        assertThatIllegalStateException().isThrownBy(() -> databases.enter(OF_SYNC));
    }

    @Test
    void refuseAStatementOfAnotherDatabaseInATransaction() {
        databases.enter(OF_SYNC);

        assertThatIllegalStateException()
                .isThrownBy(() -> databases.enter(OF_WALLET))
                .withMessageContaining(OF_WALLET + " belongs to the database of all other contexts")
                .withMessageContaining("in that of sync");
        assertThatIllegalStateException().isThrownBy(() -> databases.enterCommon("The registry of events"));
    }

    @Test
    void haveAnAuditLogEach() {
        assertThat(databases.audited()).containsExactlyInAnyOrder("", "sync");

        databases.enterNamed("sync");
        databases.enter(OF_AUDIT_LOG);

        assertThat(databases.current()).isEqualTo("sync");
        assertThatIllegalStateException()
                .isThrownBy(() -> databases.enterNamed(""))
                .withMessageContaining("The audit log belongs to the database of all other contexts");
    }

    @Test
    void areChosenAnewByATransactionWithinAnother() {
        databases.enter(OF_SYNC);
        var outer = TransactionSynchronizationManager.getSynchronizations();
        outer.forEach(TransactionSynchronization::suspend);
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();

        databases.enter(OF_WALLET);
        assertThat(databases.current()).isEmpty();

        TransactionSynchronizationUtils.triggerAfterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        outer.forEach(TransactionSynchronizationManager::registerSynchronization);
        outer.forEach(TransactionSynchronization::resume);
        assertThat(databases.current()).isEqualTo("sync");
    }

    @Test
    void areOneDatabaseWhereNoContextHasMoved() {
        var one = new ContextDatabases(Set.of(), Set.of());
        one.enter(OF_SYNC);
        one.enter(OF_WALLET);

        assertThat(one.current()).isEmpty();
    }
}
