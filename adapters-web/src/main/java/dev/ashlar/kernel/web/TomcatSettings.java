// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.web.limits.PunctualProtocol;
import dev.ashlar.kernel.web.problem.Failures;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Refusal;
import dev.ashlar.kernel.web.problem.Traces;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Settings of Tomcat that the API's conventions need. */
@Component
record TomcatSettings(WebProperties web, ProblemWriter problems, Failures failures, Traces traces)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(TomcatSettings.class);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new ProblemValve());
            // The host adds its own valve unless it finds one of this name.
            host.setErrorReportValveClass(ProblemValve.class.getName());
        });
        factory.setProtocol(PunctualProtocol.class.getName());
        factory.addProtocolHandlerCustomizers((TomcatProtocolHandlerCustomizer<PunctualProtocol>)
                protocol -> protocol.setArrivalTime(web.arrivalTime()));
        // Form bodies stay unread, so that none of their fields can pass for a query parameter.
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    /** Problems instead of error pages, for requests that never reach a handler and for failures of filters. */
    private final class ProblemValve extends ErrorReportValve {
        /** Tomcat answers 400 and gives the reason by this message alone. */
        private static final String HEADER_TOO_LARGE =
                StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try (var _ = traces.resume(request)) {
                problems.write(refusalFor(status, failure), request, response);
                response.finishResponse();
            } catch (IOException callerIsGone) {
                LOG.debug("Answer lost", callerIsGone);
            }
        }

        private Refusal refusalFor(int status, @Nullable Throwable failure) {
            // Filters use the database, too, to check sessions.
            var known = failure instanceof Exception thrown ? failures.refusalByDatabase(thrown) : null;
            boolean isTooLarge = failure != null && HEADER_TOO_LARGE.equals(failure.getMessage());
            return known == null ? Refusal.ofStatus(isTooLarge ? 431 : status) : known;
        }
    }
}
