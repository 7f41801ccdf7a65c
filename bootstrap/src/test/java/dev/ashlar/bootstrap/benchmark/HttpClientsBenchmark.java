// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.benchmark.Load.Request;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cost of the benchmarks' HTTP client, compared with those of the JDK. */
@Tag("benchmark")
class HttpClientsBenchmark {
    private static final String PRODUCTS = """
            INSERT INTO commerce.products (
                id, sku, name, kind, token_amount, price, currency, stock, created_at, updated_at
            )
            SELECT gen_random_uuid(), 'pack-' || n, 'Pack ' || n, 'token_pack', 100, 25, 'EUR', 100, now(), now()
            FROM generate_series(1, 5) AS n""";

    @TempDir
    private Path home;

    @Test
    void comparesHttpClients() throws IOException {
        System.setProperty("http.maxConnections", "32"); // that HttpURLConnection keeps alive
        try (var ashlar = ServedAshlar.start(home);
                var http = ashlar.connect();
                var jdk = HttpClient.newHttpClient()) {
            ashlar.psql().sql(PRODUCTS).update();
            var token = "Bearer " + ashlar.token(UUID.randomUUID(), "student");
            var address = ashlar.address().resolve("/api/v1/products?limit=5");
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", token)
                    .build();
            var report = new Load("HTTP clients", 32, 2000, 3, 7)
                    .contender("HttpConnection", client -> get(ashlar.connect(), token))
                    .contender(
                            "java.net.http.HttpClient", client -> number -> jdk.send(request, BodyHandlers.ofString()))
                    .contender("HttpURLConnection", client -> number -> get(address, token))
                    .run(ashlar.statements());

            report.add("Memory of Ashlar", ashlar.memory()).print();
            assertThat(http.get("/api/v1/products?limit=5", "Authorization", token)
                            .is(200)
                            .text())
                    .contains("pack-1");
        }
    }

    private static Request get(HttpConnection http, String token) {
        return number ->
                http.get("/api/v1/products?limit=5", "Authorization", token).is(200);
    }

    private static void get(URI address, String token) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Authorization", token);
        try (var body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }
}
