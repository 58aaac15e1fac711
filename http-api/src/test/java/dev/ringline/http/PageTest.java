package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Paging TWO = new Paging(2, null, "/v1/letters");

    @Test
    void leadsToTheNextPageFromItsLastItem() {
        // When
        var page = Page.of(List.of("a", "b", "c"), TWO, PageTest::position);

        // Then
        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), position("b").encoded("/v1/letters")));
    }

    @Test
    void endsWhereNothingIsLeft() {
        // When
        var page = Page.of(List.of("a", "b"), TWO, PageTest::position);

        // Then
        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void keepsItsEndWhenItsItemsAreShown() {
        // Given
        var page = new Page<>(List.of("a"), "next");

        // When
        var shown = page.map(String::length);

        // Then
        assertThat(shown).isEqualTo(new Page<>(List.of(1), "next"));
    }

    private static Cursor position(String item) {
        return new Cursor(Instant.EPOCH, item);
    }
}
