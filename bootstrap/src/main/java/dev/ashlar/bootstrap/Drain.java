// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * First step of a shutdown. Readiness is already down, so load balancers stop sending; until they have noticed, requests are
 * answered, with {@code Connection: close}, so that no client sends on a connection that the last step resets.
 */
@Component
class Drain implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final WebServerApplicationContext application;
    private final Duration time;
    private boolean running;

    Drain(WebServerApplicationContext application, @Value("${ashlar.drain-time}") Duration time) {
        this.application = application;
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (application.getWebServer() instanceof TomcatWebServer server && server.getPort() > 0) {
            for (var connector : server.getTomcat().getService().findConnectors()) {
                closeAfterEachAnswer(connector);
            }
            if (time.isPositive()) {
                log.info("Draining connections for={}", time);
                await();
            }
        }
    }

    private static void closeAfterEachAnswer(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxKeepAliveRequests(1);
        }
    }

    /** Waits for a set time, because a load balancer does not tell when it has noticed. */
    private void await() {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE; // stops before all others, the web server included
    }
}
