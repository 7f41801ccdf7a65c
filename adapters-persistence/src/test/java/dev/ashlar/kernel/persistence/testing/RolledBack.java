// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Extension that rolls the transaction of each test back. Unlike Spring's {@code @Transactional} on a test class, it also applies to
 * inherited tests, such as those of a port's contract.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RolledBack.Extension.class)
public @interface RolledBack {
    /** Begins and rolls back. */
    final class Extension implements BeforeEachCallback, AfterEachCallback {
        private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(RolledBack.class);

        @Override
        public void beforeEach(ExtensionContext context) {
            var transactions = transactions(context);
            context.getStore(STORE)
                    .put(TransactionStatus.class, transactions.getTransaction(new TransactionTemplate(transactions)));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var status = context.getStore(STORE).remove(TransactionStatus.class, TransactionStatus.class);
            if (status != null) {
                transactions(context).rollback(status);
            }
        }

        private static PlatformTransactionManager transactions(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context).getBean(PlatformTransactionManager.class);
        }
    }
}
