package dev.ashlar.kernel.web.container;

import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Traces;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Makes the server itself keep the API's manners. */
@Component
final class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String WRITE_BUFFER = "16384"; // bytes, for each connection

    private final ProblemWriter problems;
    private final Traces traces;

    TomcatSettings(ProblemWriter problems, Traces traces) {
        this.problems = problems;
        this.traces = traces;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new ProblemValve(problems, traces));
            // The host brings its own valve unless it finds one of this name.
            host.setErrorReportValveClass(ProblemValve.class.getName());
        });
        // No form bodies here: unread, none of their fields can pass for a query parameter.
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        // Heads and a page of a list leave in one write.
        factory.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER));
    }
}
