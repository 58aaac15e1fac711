package dev.ringline.http.servlet;

import dev.ringline.http.failure.StatusProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat refuses before any filter sees it, such as a request line that is no HTTP. */
final class ProblemReportValve extends ErrorReportValve {

    private final ProblemWriter writer;

    ProblemReportValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() >= 400 && response.getContentWritten() == 0 && writable(response)) {
            write(response);
        }
    }

    private static boolean writable(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get() && response.setErrorReported();
    }

    private void write(Response response) {
        try {
            writer.write(StatusProblems.of(response.getStatus(), Map.of()), response.getResponse());
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
