// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.bootstrap.sandbox.SandboxGateway;
import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances of Ashlar as processes on one database and one payment gateway, which both outlive them. */
final class Instances implements AutoCloseable {
    private final TestDatabase database = TestDatabase.migrated();
    private final SandboxGateway gateway = SandboxGateway.start(0, "key", Api.WEBHOOK_SECRET);
    private final List<AshlarProcess> processes = new ArrayList<>();
    private final Path home;

    /** @param home where the instances keep their common secret */
    Instances(Path home) {
        this.home = home;
    }

    /** Starts one more, with further settings, and waits until it serves. */
    AshlarProcess serve(String name, String... further) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=ashlar_app",
                "--spring.datasource.password=ashlar_app",
                "--spring.datasource.hikari.maximum-pool-size=10",
                "--spring.liquibase.enabled=false",
                "--ashlar.demo-data=true",
                "--ashlar.payments.url=" + gateway.address(),
                "--ashlar.payments.api-key=key",
                "--ashlar.payments.webhook-secret=" + Api.WEBHOOK_SECRET,
                "--db-scheduler.scheduler-name=" + name,
                "--db-scheduler.heartbeat-interval=1s"));
        settings.addAll(List.of(further));
        var process = AshlarProcess.serve(home, settings.toArray(String[]::new));
        processes.add(process);
        return process;
    }

    SandboxGateway gateway() {
        return gateway;
    }

    /** Has the gateway send its messages to that instance. */
    void sendWebhooksTo(AshlarProcess instance) {
        gateway.sendWebhooksTo(instance.address().resolve("/api/v1/payments/webhooks/sandbox"));
    }

    /** Has the gateway send its messages nowhere. */
    void loseWebhooks() {
        gateway.sendWebhooksTo(URI.create("http://localhost:1/nowhere"));
    }

    /** The database as its owner sees it. */
    JdbcClient psql() {
        return database.psql();
    }

    /** As if the minutes had passed that retries and the next tick of the jobs wait for. */
    void letTimePass() {
        var psql = psql();
        psql.sql("UPDATE kernel.event_publication SET last_resubmission_date = now() - interval '1 hour'")
                .update();
        psql.sql("UPDATE commerce.payments SET due_at = due_at - interval '1 hour'")
                .update();
        psql.sql("UPDATE kernel.scheduled_tasks SET execution_time = now() WHERE NOT picked")
                .update();
    }

    TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        processes.forEach(AshlarProcess::close);
        gateway.close();
        database.close();
    }
}
