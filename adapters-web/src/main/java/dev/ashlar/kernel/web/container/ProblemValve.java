package dev.ashlar.kernel.web.container;

import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.StatusRefusals;
import dev.ashlar.kernel.web.problem.Traces;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's last word on a request that never reached the application: a problem instead of a page. */
final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    /** Tomcat answers 400 and tells the reason by this message alone. */
    private static final String HEADER_TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final ProblemWriter problems;
    private final Traces traces;

    ProblemValve(ProblemWriter problems, Traces traces) {
        this.problems = problems;
        this.traces = traces;
    }

    private static boolean isTooLarge(@Nullable Throwable failure) {
        return failure != null && HEADER_TOO_LARGE.equals(failure.getMessage());
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            traces.mark(response, request);
            problems.write(StatusRefusals.refusalFor(isTooLarge(failure) ? 431 : status), request, response);
            response.finishResponse();
        } catch (IOException callerIsGone) {
            LOG.debug("nobody to answer", callerIsGone);
        }
    }
}
