package dev.ringline.meeting;

import java.util.function.Function;

/** What a request to the provider came to. Failures are values: nothing is thrown for them. */
public sealed interface ProviderOutcome<T> {

    /** The outcome with its value read by {@code reader}; a failure stays as it is. */
    <R> ProviderOutcome<R> then(Function<T, ProviderOutcome<R>> reader);

    /** {@code success} or the code of the failure's reason. */
    String label();

    record Success<T>(T value) implements ProviderOutcome<T> {

        @Override
        public <R> ProviderOutcome<R> then(Function<T, ProviderOutcome<R>> reader) {
            return reader.apply(value);
        }

        @Override
        public String label() {
            return "success";
        }
    }

    record Failed<T>(ProviderFailure failure) implements ProviderOutcome<T> {

        @Override
        public <R> ProviderOutcome<R> then(Function<T, ProviderOutcome<R>> reader) {
            return new Failed<>(failure);
        }

        @Override
        public String label() {
            return failure.reason().code();
        }
    }
}
