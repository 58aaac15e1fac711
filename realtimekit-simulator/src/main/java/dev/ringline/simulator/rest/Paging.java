package dev.ringline.simulator.rest;

import dev.ringline.simulator.RefusedException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which page of a list is asked for. Page 0 and page 1 are both the first. */
public record Paging(
        @BindParam("page_no") @Nullable Integer pageNo,
        @BindParam("per_page") @Nullable Integer perPage) {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;

    /** @throws RefusedException if a number is negative */
    public <S, T> Envelope page(List<S> all, Function<S, T> view) {
        requireNotNegative("page_no", pageNo);
        requireNotNegative("per_page", perPage);
        long skipped = (long) (Math.max(orZero(pageNo), 1) - 1) * size();
        int from = (int) Math.min(skipped, all.size());
        int to = Math.min(from + size(), all.size());
        List<T> data = all.subList(from, to).stream().map(view).toList();
        return new Envelope.Page<>(true, data, position(all.size(), from, to));
    }

    private static Envelope.Position position(int total, int from, int to) {
        boolean empty = from == to;
        return new Envelope.Position(total, empty ? 0 : from + 1, empty ? 0 : to);
    }

    private int size() {
        int asked = orZero(perPage);
        return asked == 0 ? DEFAULT_SIZE : Math.min(asked, MAX_SIZE);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static void requireNotNegative(String name, @Nullable Integer number) {
        if (orZero(number) < 0) {
            throw RefusedException.badRequest("\"" + name + "\" must be greater than or equal to 0");
        }
    }
}
