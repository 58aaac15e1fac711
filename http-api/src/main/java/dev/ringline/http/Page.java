package dev.ringline.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param next what to send as {@code before} for the following page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of what a store found.
     *
     * @param found in order, up to {@link Paging#fetch()} entries: the extra one tells that there is more
     */
    public static <T> Page<T> of(List<T> found, Paging paging, Function<? super T, Cursor> position) {
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, paging.limit());
        return new Page<>(items, position.apply(items.getLast()).encoded(paging.list()));
    }

    /** The same page with other items, for the way from what is stored to what is shown. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
