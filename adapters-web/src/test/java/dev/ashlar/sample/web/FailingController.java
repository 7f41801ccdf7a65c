// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations that fail in every way of a use case. */
@RestController
@Hidden
@RequestMapping("/api/v1/failures")
class FailingController {
    @GetMapping("/kind/{kind}")
    @PublicEndpoint
    void refuse(@PathVariable ProblemType.Kind kind) {
        throw new OfKind(kind).because("because");
    }

    @GetMapping("/sql-state/{state}")
    @PublicEndpoint
    void sqlState(@PathVariable String state) {
        throw new DataIntegrityViolationException("INSERT INTO secret", new SQLException("secret column", state));
    }

    @GetMapping("/{how}")
    @PublicEndpoint
    void fail(@PathVariable String how, HttpServletResponse response) throws IOException {
        switch (how) {
            case "constraint" ->
                throw new DuplicateKeyException("uq_samples_name", new SQLException("uq_samples_name", "23505"));
            case "lock" -> throw new CannotAcquireLockException("secret");
            case "pool" ->
                throw new CannotCreateTransactionException(
                        "secret", new SQLTransientConnectionException("pool exhausted"));
            case "commit" -> throw new TransactionSystemException("secret", new SQLException("Connection is closed"));
            case "too-often" ->
                throw SampleProblem.TOO_OFTEN.because("slow down").retryAfter(Duration.ofMillis(1500));
            case "client-left" -> throw new ClientAbortException(new SocketTimeoutException());
            case "send-error" -> response.sendError(503, "secret");
            case "error" -> throw new StackOverflowError("secret");
            default -> throw new IllegalStateException("secret " + KernelProblem.class);
        }
    }

    private record OfKind(Kind kind) implements ProblemType {
        @Override
        public Definition definition() {
            return new Definition("sample.any", kind, "Any problem");
        }
    }
}
