package dev.ringline.simulator.rest;

import dev.ringline.simulator.RefusedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which page of a list is asked for. Page 0 and page 1 are both the first. Numbers may come as {@code 1.0}. */
public record Paging(
        @BindParam("page_no") @Nullable BigDecimal pageNo,
        @BindParam("per_page") @Nullable BigDecimal perPage) {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;

    /** What is on a page. */
    public record Slice<T>(List<T> items, Envelope.Position position) {}

    /** @throws RefusedException if a number is negative */
    public <S, T> Envelope page(List<S> all, Function<S, T> view) {
        Slice<T> slice = slice(all, view);
        return new Envelope.Page<>(true, slice.items(), slice.position());
    }

    /** @throws RefusedException if a number is negative */
    public <S, T> Slice<T> slice(List<S> all, Function<S, T> view) {
        requireNotNegative("page_no", pageNo);
        requireNotNegative("per_page", perPage);
        long skipped = (long) (Math.max(orZero(pageNo), 1) - 1) * size();
        int from = (int) Math.min(skipped, all.size());
        int to = Math.min(from + size(), all.size());
        List<T> items = all.subList(from, to).stream().map(view).toList();
        return new Slice<>(items, position(all.size(), from, to));
    }

    private static Envelope.Position position(int total, int from, int to) {
        boolean empty = from == to;
        return new Envelope.Position(total, empty ? 0 : from + 1, empty ? 0 : to);
    }

    private int size() {
        int asked = orZero(perPage);
        return asked == 0 ? DEFAULT_SIZE : Math.min(asked, MAX_SIZE);
    }

    private static int orZero(@Nullable BigDecimal number) {
        return number == null ? 0 : number.intValue();
    }

    private static void requireNotNegative(String name, @Nullable BigDecimal number) {
        if (orZero(number) < 0) {
            throw RefusedException.badRequest("\"" + name + "\" must be greater than or equal to 0");
        }
    }
}
