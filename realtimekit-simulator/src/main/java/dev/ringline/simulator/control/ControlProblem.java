package dev.ringline.simulator.control;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An error of the control API: problem+json with a stable {@code code}. */
final class ControlProblem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ControlProblem(int status, String code, String detail) {
        super(HttpStatusCode.valueOf(status), body(status, code, detail), null);
    }

    static ProblemDetail body(int status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setProperty("code", code);
        return problem;
    }
}
