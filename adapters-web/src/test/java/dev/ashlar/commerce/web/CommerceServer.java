// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.application.AttentionService;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.application.RefundService;
import dev.ashlar.kernel.web.slice.WebSlice;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Test of commerce's controllers above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({CommerceServer.Web.class, Buyers.class})
@MockitoBean(
        types = {
            AttentionService.class,
            ProductService.class,
            OrderService.class,
            PaymentWorkflow.class,
            RefundService.class
        })
@interface CommerceServer {
    /** Key with which the gateway signs. */
    String SECRET = "the secret of the tests";

    /** Controllers of this package. */
    @ComponentScan("dev.ashlar.commerce.web")
    class Web {
        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        GatewayAccess gatewayAccess() {
            return new GatewayAccess("test", URI.create("http://gateway.example"), "key", SECRET);
        }
    }
}
