// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.RestClient;

/**
 * Guard against calls to other servers inside a transaction, which would hold a database connection until the server answers. Such
 * steps belong in a {@link dev.ashlar.kernel.application.Workflow}.
 */
@Component
final class NoCallsInTransactions implements RestClientCustomizer {
    @Override
    public void customize(RestClient.Builder builder) {
        builder.requestInterceptor((request, body, execution) -> {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException(
                        "A call to " + request.getURI().getHost() + " inside a transaction; make it from a @Workflow.");
            }
            return execution.execute(request, body);
        });
    }
}
