package dev.ringline.simulator.rest;

import dev.ringline.simulator.RefusedException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Errors of the imitated API, in the kit's envelope: {@code code} repeats the status. */
@RestControllerAdvice(basePackageClasses = KitProblems.class)
class KitProblems {

    @ExceptionHandler
    ResponseEntity<Envelope> refused(RefusedException refusal) {
        return answer(refusal.status(), refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Envelope> badPathVariable(MethodArgumentTypeMismatchException mismatch) {
        return badValue(mismatch.getName(), mismatch.getRequiredType());
    }

    @ExceptionHandler
    ResponseEntity<Envelope> badParameter(BindException failure) {
        FieldError error = failure.getFieldErrors().getFirst();
        return badValue(
                error.getField(), error.unwrap(TypeMismatchException.class).getRequiredType());
    }

    @ExceptionHandler
    ResponseEntity<Envelope> unreadable(HttpMessageNotReadableException unreadable) {
        return refused(RefusedException.badRequest("body is not valid JSON"));
    }

    @ExceptionHandler
    ResponseEntity<Envelope> wrongMediaType(HttpMediaTypeNotSupportedException wrong) {
        return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), "Content-Type must be application/json");
    }

    private ResponseEntity<Envelope> badValue(String name, @Nullable Class<?> type) {
        return refused(RefusedException.badRequest("\"" + name + "\" " + expectation(type)));
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type == UUID.class) {
            return "must be a valid GUID";
        }
        if (type == Instant.class) {
            return "must be in ISO 8601 date format";
        }
        return type != null && type.isEnum()
                ? "must be one of " + Arrays.toString(type.getEnumConstants())
                : "must be a number";
    }

    private static ResponseEntity<Envelope> answer(int status, String message) {
        return ResponseEntity.status(status).body(Envelope.kitError(status, message));
    }
}
