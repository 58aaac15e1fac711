package dev.ringline.messaging.listening;

import static dev.ringline.messaging.listening.FailureClass.BROKEN_RECORD;
import static dev.ringline.messaging.listening.FailureClass.OWN_TROUBLE;
import static dev.ringline.messaging.listening.FailureClass.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.UnknownVersionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

class FailureClassTest {

    @ParameterizedTest
    @MethodSource("table")
    void decidesByWhatWentWrong(Throwable failure, FailureClass expected) {
        // Given
        Exception asTheListenerThrowsIt = new ListenerExecutionFailedException("on", failure);

        // When
        FailureClass decided = FailureClass.of(asTheListenerThrowsIt);

        // Then
        assertThat(decided).isEqualTo(expected);
        assertThat(FailureClass.of(failure)).isEqualTo(expected);
    }

    @Test
    void takesNoCauseForAnUnknownOne() {
        // Given
        Throwable nothing = null;

        // When
        FailureClass decided = FailureClass.of(nothing);

        // Then
        assertThat(decided).isEqualTo(UNKNOWN);
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(new BrokenRecordException("broken"), BROKEN_RECORD),
                arguments(new BrokenRecordException("broken", new ConnectException()), BROKEN_RECORD),
                arguments(new DataAccessResourceFailureException("no server"), OWN_TROUBLE),
                arguments(new QueryTimeoutException("slow"), OWN_TROUBLE),
                arguments(new PermissionDeniedDataAccessException("password changed", new Exception()), OWN_TROUBLE),
                arguments(new UncategorizedDataAccessException("election", new Exception()) {}, OWN_TROUBLE),
                arguments(new TimeoutException("no broker"), OWN_TROUBLE),
                arguments(new UnknownHostException("mongodb"), OWN_TROUBLE),
                arguments(new IllegalStateException(new ConnectException()), OWN_TROUBLE),
                arguments(new DuplicateKeyException("there"), UNKNOWN),
                arguments(new UnknownVersionException("dev.ringline.call.ended.v2"), UNKNOWN),
                arguments(new NullPointerException(), UNKNOWN));
    }
}
