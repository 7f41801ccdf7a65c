// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.operations.application.RequestLog;
import dev.ashlar.operations.domain.RequestRetention;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Log of requests in Tomcat, with its metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestLogSettings.class)
class RequestLogConfiguration {
    @Bean
    RequestRetention requestRetention(RequestLogSettings settings) {
        return new RequestRetention(settings.retentionMonths());
    }

    /** Looks the log up at the first request, because Tomcat is made before the database is there. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestLogValve(
            RequestLogSettings settings, ObjectProvider<RequestLog> logs, IdSource ids, InstantSource clock) {
        var log = SingletonSupplier.of(logs::getObject);
        return factory -> {
            if (settings.enabled()) {
                factory.addEngineValves(
                        new RequestLogValve(request -> log.obtain().add(request), ids, clock));
            }
        };
    }

    @Bean
    MeterBinder requestLogMeters(RequestLog log) {
        return registry -> {
            FunctionCounter.builder("ashlar.request.log.dropped", log, RequestLog::dropped)
                    .description("Requests that were not logged, because the queue was full or the database failed")
                    .register(registry);
            Gauge.builder("ashlar.request.log.waiting", log, RequestLog::waiting)
                    .description("Requests that wait to be logged")
                    .register(registry);
        };
    }
}
